import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RulesError } from '../exit_codes';
import { signatureFiles, stem } from '../load/discover';
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
  return outcomes;
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
