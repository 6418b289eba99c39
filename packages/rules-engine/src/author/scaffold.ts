import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RulesError } from '../exit_codes';

/** Writes a signature that works, and its test, to be changed; the files it made. */
export function scaffold(name: string, directory: string): string[] {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new RulesError(
      'usage',
      `new signature: ${name}: not lower case letters, digits and underscores (as in reads_shadow)`,
    );
  }
  mkdirSync(directory, { recursive: true });
  const id = freeId(directory);
  const files = [
    [join(directory, `${name}.ts`), signatureText(name, id)],
    [join(directory, `${name}.test.ts`), testText(name)],
  ] as const;
  const there = files.find(([path]) => existsSync(path));
  if (there !== undefined)
    throw new RulesError('usage', `new signature: ${there[0]}: is there already (choose another name)`);
  for (const [path, text] of files) writeFileSync(path, text, { flag: 'wx' });
  return files.map(([path]) => path);
}

/** The next of ACME-1, ACME-2 ... that no signature there has. */
function freeId(directory: string): string {
  const files = readdirSync(directory).filter((file) => /\.[jt]s$/.test(file));
  const texts = files.map((file) => readFileSync(join(directory, file), 'utf8'));
  const taken = texts.flatMap((text) => [...text.matchAll(/\bACME-(\d+)\b/g)].map(([, number]) => Number(number)));
  return `ACME-${Math.max(0, ...taken) + 1}`;
}

const className = (name: string) => name.replace(/(?:^|_)([a-z0-9])/g, (_, first: string) => first.toUpperCase());

const signatureText = (
  name: string,
  id: string,
) => `import type { Handlers, Meta, Signature } from '@tracee/rules-engine';

export default class ${className(name)} implements Signature {
  readonly meta = {
    id: '${id}',
    name: '${name}',
    title: 'Password hashes read',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'credential-access',
    technique: { id: 'T1003.008', name: '/etc/passwd and /etc/shadow' },
    description: 'Why this behaviour matters, and what it usually means.',
    misses: ['the file reached by another name: a link, a relative path'],
  } satisfies Meta;

  readonly on = {
    openat: {
      where: ({ args, returnValue }) => [returnValue.ge(0n), args.pathname.eq('/etc/shadow')],
      handle: ({ args }) => ({ data: { pathname: args.pathname } }),
    },
  } satisfies Handlers;
}
`;

const testText = (name: string) => `import { event, testSignature } from '@tracee/rules-engine';
import ${className(name)} from './${name}';

testSignature(${className(name)}, {
  fires: [{ name: 'read', events: [event('openat', { pathname: '/etc/shadow' }, { returnValue: 3n })] }],
  quiet: [
    { name: 'another file', events: [event('openat', { pathname: '/etc/passwd' }, { returnValue: 3n })] },
    { name: 'no permission', events: [event('openat', { pathname: '/etc/shadow' }, { returnValue: -13n })] },
  ],
});
`;
