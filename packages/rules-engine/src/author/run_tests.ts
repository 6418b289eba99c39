import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RulesError } from '../exit_codes';
import { typeProblems } from '../load/check_types';
import { isTypeScript, signatureFiles, stem } from '../load/discover';
import { loadSignature } from '../load/load_signature';
import { duplicates, type Loaded } from '../load/load_signatures';
import { reason } from '../reason';

export interface Outcome {
  readonly signature: string;
  readonly name: string;
  /** undefined: passed */
  readonly problem: string | undefined;
  readonly milliseconds: number;
}

interface Case {
  readonly signature: string;
  readonly name: string;
  readonly run: () => void | Promise<void>;
}

/** Runs the tests of every signature of a directory; one without a test, or whose test has no case that fires, fails. */
export async function runTests(directory: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const files = signatureFiles(directory);
  if (files.length === 0)
    throw new RulesError(
      'usage',
      `test signatures: ${directory}: no signature there (tracee-rules new NAME begins one)`,
    );
  const tests = readdirSync(directory);
  for (const file of files) {
    const signature = stem(file);
    const test = ['.test.js', '.test.cjs', '.test.ts']
      .map((end) => `${signature}${end}`)
      .find((one) => tests.includes(one));
    if (test === undefined) outcomes.push(failed(signature, 'has a test', `${signature}.test.ts is not there`));
    else outcomes.push(...(await runFile(signature, resolve(join(directory, test)))));
  }
  return [...outcomes, ...(await doubled(files)), ...(await checkedTypes(directory))];
}

/** Signatures with an id or name that another has: together they would not load. What does not load at all is said by its test. */
async function doubled(files: readonly string[]): Promise<Outcome[]> {
  const loaded: Loaded[] = [];
  for (const file of files)
    await loadSignature(file).then(
      (signature) => loaded.push({ file, signature }),
      () => {},
    );
  return duplicates(loaded).map(({ file, text }) => failed(stem(file), 'has an id and a name of its own', text));
}

/** The TypeScript of a directory. */
export function signaturesAndTests(directory: string): string[] {
  const files = signatureFiles(directory).filter(isTypeScript);
  return files.flatMap((file) => {
    const test = file.replace(/\.ts$/, '.test.ts');
    return existsSync(test) ? [file, test] : [file];
  });
}

/** Whether each signature and its test compile; nothing where no compiler is installed. */
async function checkedTypes(directory: string): Promise<Outcome[]> {
  const began = performance.now();
  const files = signaturesAndTests(directory);
  const problems = await typeProblems(directory, files);
  if (problems === undefined) return [];
  const known = new Set(files);
  const milliseconds = (performance.now() - began) / files.length;
  const elsewhere = problems.filter(({ file }) => !known.has(file)).map(({ text }) => failed('types', 'types', text));
  const own = files.filter((file) => !file.endsWith('.test.ts'));
  return [
    ...own.map((file): Outcome => {
      const found = problems.filter((one) => one.file === file || one.file === file.replace(/\.ts$/, '.test.ts'));
      const problem = found.length === 0 ? undefined : found.map(({ text }) => text).join('\n');
      return { signature: stem(file), name: 'types', problem, milliseconds };
    }),
    ...elsewhere,
  ];
}

const failed = (signature: string, name: string, problem: string): Outcome => ({
  signature,
  name,
  problem,
  milliseconds: 0,
});

async function runFile(signature: string, file: string): Promise<Outcome[]> {
  let cases: Case[];
  try {
    cases = collect(file);
  } catch (error) {
    return [failed(signature, 'loads', error instanceof Error ? (error.stack ?? reason(error)) : String(error))];
  }
  const outcomes: Outcome[] = [];
  for (const { name, run } of cases) {
    const began = performance.now();
    const problem = await Promise.resolve()
      .then(run)
      .then(
        () => undefined,
        (error) => (error instanceof Error ? error.message : String(error)),
      );
    outcomes.push({ signature, name, problem, milliseconds: performance.now() - began });
  }
  if (!cases.some(({ name }) => name.startsWith('fires: ')))
    outcomes.push(failed(signature, 'has a case that fires', 'the test has none'));
  return outcomes;
}

/** What the test file registers with `describe` and `test`, as runners have them. */
function collect(file: string): Case[] {
  const cases: Case[] = [];
  let signature = stem(file);
  const runner = globalThis as unknown as Record<'describe' | 'test', unknown>;
  const before = { describe: runner.describe, test: runner.test };
  runner.describe = (name: string, body: () => void) => {
    signature = name;
    body();
  };
  runner.test = (name: string, run: Case['run']) => cases.push({ signature, name, run });
  try {
    if (!existsSync(file)) throw new Error(`${file} is not there`);
    require(file);
  } finally {
    Object.assign(runner, before);
  }
  return cases;
}
