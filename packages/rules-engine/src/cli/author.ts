import { writeFileSync } from 'node:fs';
import { reportJunit, reportText } from '../author/report';
import { runRecordings } from '../author/run_recordings';
import { runTests, signaturesAndTests } from '../author/run_tests';
import { scaffold } from '../author/scaffold';
import { type ExitCode, RulesError } from '../exit_codes';
import { typeProblems } from '../load/check_types';
import { counted } from '../output/counted';
import { reason } from '../reason';

/** tracee-rules check [DIR]: signatures and their tests against the published types. */
export async function checkCommand(
  words: readonly string[],
  print: (text: string) => Promise<unknown>,
): Promise<ExitCode> {
  const [directory = '.', ...more] = words;
  if (more.length > 0 || directory.startsWith('-'))
    throw new RulesError('usage', 'command line: tracee-rules check [DIR]');
  const files = signaturesAndTests(directory);
  const problems = await typeProblems(directory, files);
  if (problems === undefined)
    throw new RulesError('failure', `check types: ${directory}: no typescript there (npm install typescript)`);
  const sum = `${counted(files.length, 'file')}, ${counted(problems.length, 'problem')}`;
  await print(`${[...problems.map(({ text }) => text), sum].join('\n')}\n`);
  return problems.length > 0 ? 'signatures' : 'ok';
}

const testUsage = 'tracee-rules test [DIR] [--recordings DIR] [--junit FILE]';

/** tracee-rules test: the tests beside the signatures, and recordings. */
export async function testCommand(
  words: readonly string[],
  print: (text: string) => Promise<unknown>,
): Promise<ExitCode> {
  const { directory, junit, recordings } = testArguments(words);
  const outcomes = await runTests(directory);
  if (recordings !== undefined) outcomes.push(...(await runRecordings(directory, recordings)));
  if (junit !== undefined) {
    try {
      writeFileSync(junit, reportJunit(outcomes));
    } catch (error) {
      throw new RulesError('failure', `write report: ${junit}: ${reason(error)}`, { cause: error });
    }
  }
  await print(reportText(outcomes));
  return outcomes.some(({ problem }) => problem !== undefined) ? 'failure' : 'ok';
}

function testArguments(words: readonly string[]): { directory: string; junit?: string; recordings?: string } {
  const given: Record<string, string> = {};
  const rest: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const value = words[i + 1];
    if (word !== '--junit' && word !== '--recordings') rest.push(word);
    else if (value === undefined)
      throw new RulesError('usage', `command line: ${word}: a value is missing (${testUsage})`);
    else {
      given[word.slice(2)] = value;
      i++;
    }
  }
  const [directory = '.', ...more] = rest;
  if (more.length > 0 || directory.startsWith('-')) throw new RulesError('usage', `command line: ${testUsage}`);
  return { directory, ...given };
}

/** tracee-rules new NAME [DIR] */
export async function newCommand(
  words: readonly string[],
  print: (text: string) => Promise<unknown>,
): Promise<ExitCode> {
  const [name, directory = '.', ...more] = words;
  if (name === undefined || more.length > 0) throw new RulesError('usage', 'command line: tracee-rules new NAME [DIR]');
  const made = scaffold(name, directory);
  await print(`${made.map((file) => `made ${file}`).join('\n')}\ntry it: tracee-rules test ${directory}\n`);
  return 'ok';
}
