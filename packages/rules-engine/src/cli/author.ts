import { writeFileSync } from 'node:fs';
import { reportJunit, reportText } from '../author/report';
import { runTests } from '../author/run_tests';
import { scaffold } from '../author/scaffold';
import { type ExitCode, RulesError } from '../exit_codes';
import { reason } from '../reason';

/** tracee-rules test [DIR] [--junit FILE] */
export async function testCommand(
  words: readonly string[],
  print: (text: string) => Promise<unknown>,
): Promise<ExitCode> {
  const at = words.indexOf('--junit');
  const junit = at < 0 ? undefined : words[at + 1];
  const [directory = '.', ...more] = at < 0 ? words : [...words.slice(0, at), ...words.slice(at + 2)];
  if (more.length > 0 || directory.startsWith('-') || (at >= 0 && junit === undefined))
    throw new RulesError('usage', 'command line: tracee-rules test [DIR] [--junit FILE]');
  const outcomes = await runTests(directory);
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
