import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { transformSync } from '@swc/core';
import { FrameReader, TraceeJsonReader } from '@tracee/event-schema';
import { Engine, jsonLine, loadSignatures } from '../src/index';
import { typeProblems } from '../src/load/check_types';

jest.setTimeout(60_000);

const root = resolve(__dirname, '../../..');
const guide = readFileSync(join(root, 'docs/writing-signatures.md'), 'utf8');

/** Code blocks of the guide that name their file. */
const files = new Map(
  [...guide.matchAll(/^```ts (\S+)\n(.*?)^```$/gms)].map(([, name = '', text = '']) => [name, text]),
);
const directory = mkdtempSync(join(tmpdir(), 'guide-'));
for (const [name, text] of files) writeFileSync(join(directory, name), text);
afterAll(() => rmSync(directory, { recursive: true }));

/** Compiles the files of the directory against the packages' sources; the compiler's messages. */
function compile(): string {
  const options = {
    noEmit: true,
    strict: true,
    target: 'es2022',
    module: 'node16',
    skipLibCheck: true,
    typeRoots: [join(root, 'node_modules/@types')],
    types: ['node'],
    paths: {
      '@tracee/event-schema': [join(root, 'packages/event-schema/src/index.ts')],
      '@tracee/rules-engine': [join(root, 'packages/rules-engine/src/index.ts')],
    },
  };
  writeFileSync(
    join(directory, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: options, files: [...files.keys()] }),
  );
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', directory], {
      encoding: 'utf8',
    });
    return '';
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

test('the guide shows a signature and its test', () => {
  expect([...files.keys()]).toEqual(['ld_so_preload_write.ts', 'ld_so_preload_write.test.ts']);
});

// Registers the guide's own test cases here.
require(join(directory, 'ld_so_preload_write.test.ts'));

test('the signature of the guide, compiled, is found by the loader', async () => {
  const { code } = transformSync(files.get('ld_so_preload_write.ts') ?? '', {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  const compiled = mkdtempSync(join(directory, 'dist-'));
  writeFileSync(join(compiled, 'ld_so_preload_write.js'), code);
  const [signature] = await loadSignatures({ directories: [compiled], only: ['ACME-1'] });
  expect(signature?.meta.name).toBe('ld_so_preload_write');
});

test('the finding that the guide shows is what its event gives', () => {
  const [, sample = ''] = /^```json\n(.*?)^```$/ms.exec(guide) ?? [];
  const shown = JSON.parse(sample);
  const { default: LdSoPreloadWrite } = require(join(directory, 'ld_so_preload_write.ts'));
  const lines: string[] = [];
  const engine = new Engine([new LdSoPreloadWrite()], {
    found: (finding) => lines.push(jsonLine(finding)),
    failed: () => {},
  });
  const reader = new TraceeJsonReader(new FrameReader({ event: (one) => engine.match(one) }));
  reader.push(Buffer.from(JSON.stringify(shown.event)));
  reader.finish();
  expect(JSON.parse(lines[0] ?? '')).toMatchObject(shown);
});

test('the code of the guide compiles', () => expect(compile()).toBe(''));

test('tracee-rules check finds nothing wrong with the code of the guide', async () => {
  const problems = await typeProblems(
    directory,
    [...files.keys()].map((name) => join(directory, name)),
  );
  expect(problems).toEqual([]);
});

test.each([
  ['an event that does not exist', 'openat:', 'opennat:', /opennat/],
  ['an argument that does not exist', 'args.flags &', 'args.flag &', /Property 'flag' does not exist/],
  ['a 64-bit value compared with a number', 'returnValue < 0n', 'returnValue === 0', /no overlap/],
  [
    'text that may be missing',
    "args.pathname !== '/etc/ld.so.preload'",
    "args.pathname.startsWith('/etc')",
    /possibly 'null'/,
  ],
  ['a severity that does not exist', "'high'", "'grave'", /grave/],
  ['an answer that is no detection', '? { data: { flags: args.flags } } :', '? true :', /true|boolean/],
])('%s does not compile', (_, right, wrong, expected) => {
  const name = 'ld_so_preload_write.ts';
  const text = files.get(name) ?? '';
  expect(text).toContain(right);
  writeFileSync(join(directory, name), text.replace(right, wrong));
  try {
    expect(compile()).toMatch(expected);
  } finally {
    writeFileSync(join(directory, name), text);
  }
});
