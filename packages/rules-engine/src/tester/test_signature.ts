import type { SignatureClass } from '../signature/signature';
import { type Case, type Cases, firingProblems, quietProblems, unreadableProblems } from './problems';

type Register = (name: string, body: () => void | Promise<void>) => unknown;

/** The runner's own functions where it has them as globals (jest, mocha, vitest with globals), else those of Node. */
function runner(): { describe: Register; test: Register } {
  const { describe, test, it } = globalThis as { describe?: Register; test?: Register; it?: Register };
  const named = test ?? it;
  return describe !== undefined && named !== undefined ? { describe, test: named } : require('node:test');
}

/**
 * Tests a signature without a kernel: every `fires` case must give its findings, every `quiet` case none, and none may throw.
 * The events pass through the writer, the reader and the engine, as they do in a running system.
 */
export function testSignature(Class: SignatureClass, { fires, quiet }: Cases): void {
  const { describe, test } = runner();
  const check = <C extends Case>(
    label: string,
    cases: readonly C[],
    problems: (Class: SignatureClass, given: C) => Promise<string[]>,
  ) => {
    for (const given of cases) test(`${label}: ${given.name}`, async () => fail(await problems(Class, given)));
  };
  describe(new Class().meta.name, () => {
    check('fires', fires, firingProblems);
    check('quiet', quiet, quietProblems);
    test('survives events with unreadable arguments', async () => fail(await unreadableProblems(Class)));
    test('has cases of both kinds', () =>
      fail(
        fires.length > 0 && quiet.length > 0 ? [] : ['a signature needs a case that fires and one that stays quiet'],
      ));
  });
}

function fail(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
