import { readdirSync, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { RulesError } from '../exit_codes';
import { reason } from '../reason';
import { loadsTypeScript } from './typescript';

/** The shipped signatures, compiled as this file is. */
export const shippedSignatures = resolve(__dirname, '../../signatures');

/** Sets of shipped signatures, by the name that selects them: today's, and those of the first releases of Tracee (TRC-1 to TRC-16). */
export const ruleSets = {
  current: shippedSignatures,
  classic: join(shippedSignatures, 'classic'),
} as const;
export type RuleSet = keyof typeof ruleSets;

/** What Node loads by itself, and whatever form this file itself is loaded in. */
const loadable = new Set(['.js', '.cjs', '.mjs', extname(__filename)]);
const sources = new Set(['.ts', '.mts', '.cts', ...loadable]);

/** TypeScript is loaded when something here can: then only what cannot be loaded at all is an error. */
const isLoadable = (file: string) => loadable.has(extname(file)) || (extname(file) === '.ts' && loadsTypeScript());

/** name.js is a signature; name.d.ts, name.test.js and name.js.map are not. */
const isCandidate = (file: string) => sources.has(extname(file)) && !basename(file, extname(file)).includes('.');

/** The signature files of a directory, by name; it is not searched deeper. A source beside its compiled form is left out. */
export function signatureFiles(directory: string): string[] {
  const candidates = entries(directory).filter(isCandidate).sort();
  const compiled = new Set(candidates.filter((file) => loadable.has(extname(file))).map(stem));
  const lone = candidates.find((file) => !compiled.has(stem(file)) && !isLoadable(file));
  if (lone !== undefined) {
    throw new RulesError(
      'signatures',
      `load signatures: ${join(directory, lone)}: Node cannot load TypeScript (compile it with tsc and name the directory with the .js files, or npm install esbuild or @swc/core beside tracee-rules, or use Node 22.18)`,
    );
  }
  return candidates
    .filter((file) => loadable.has(extname(file)) || !compiled.has(stem(file)))
    .map((file) => resolve(directory, file));
}

/** Its types can be checked. */
export const isTypeScript = (file: string) => extname(file) === '.ts';

export const stem = (file: string) => basename(file, extname(file));

function entries(directory: string): string[] {
  try {
    if (statSync(directory).isDirectory()) return readdirSync(directory);
  } catch (error) {
    throw new RulesError('signatures', `load signatures: ${directory}: ${reason(error)} (is the path right?)`, {
      cause: error,
    });
  }
  throw new RulesError(
    'signatures',
    `load signatures: ${directory}: not a directory (name the directory that holds the files)`,
  );
}
