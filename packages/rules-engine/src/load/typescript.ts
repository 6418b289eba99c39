import { readFileSync } from 'node:fs';
import { Module } from 'node:module';
import { resolve } from 'node:path';

/** Makes CommonJS of TypeScript. */
type Transpile = (source: string, file: string) => string;

interface Compiling extends NodeModule {
  _compile(code: string, file: string): void;
}

/** Node's own type stripping, else what is installed: types are removed, not checked. */
const transpilers: readonly (readonly [name: string, make: (found: never) => Transpile])[] = [
  [
    'esbuild',
    (found: { transformSync(source: string, options: object): { code: string } }) => (source, file) =>
      found.transformSync(source, { loader: 'ts', format: 'cjs', target: 'es2022', sourcefile: file }).code,
  ],
  [
    '@swc/core',
    (found: { transformSync(source: string, options: object): { code: string } }) => (source, file) =>
      found.transformSync(source, {
        filename: file,
        swcrc: false,
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
      }).code,
  ],
];

let known: boolean | undefined;

/** Whether .ts files can be required from now on. */
export function loadsTypeScript(): boolean {
  known ??= hasTypeScript();
  return known;
}

function hasTypeScript(): boolean {
  if (require.extensions['.ts'] !== undefined) return true;
  if ((process.features as { typescript?: unknown }).typescript) return true;
  for (const [name, make] of transpilers) {
    try {
      register(make(require(name) as never));
      return true;
    } catch {
      // not installed: the next
    }
  }
  return false;
}

function register(transpile: Transpile): void {
  require.extensions['.ts'] = (module, file) =>
    (module as Compiling)._compile(transpile(readFileSync(file, 'utf8'), file), file);
}

type Resolve = (request: string, ...rest: unknown[]) => string;

/** Signatures from anywhere find this package by its name, also where it is not installed beside them. */
export function resolveOurselves(): void {
  const loader = Module as unknown as { _resolveFilename: Resolve };
  const original = loader._resolveFilename;
  const own = resolve(__dirname, '../index.js');
  loader._resolveFilename = (request, ...rest) =>
    request === '@tracee/rules-engine' ? own : original.call(loader, request, ...rest);
}
