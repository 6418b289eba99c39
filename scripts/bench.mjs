// npm run bench [-- NAME ...] [--all]: the named questions of bench/, or those that a short run can answer. --all: every question, at
// length and beside every alternative, and docs/performance.md from what they found.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { questions as order, writePerformancePage } from './performance_page.mjs';
import { inRoot } from './setup/checkout.mjs';
import { exitWith, SetupError } from './setup/report.mjs';
import { setUp } from './setup.mjs';

/** Questions that a short run leaves out: their answers take minutes, and what they compare with is installed for them. */
const long = ['endurance', 'workloads'];

exitWith(() => {
  const options = process.argv.slice(2);
  const all = options.includes('--all');
  const names = options.filter((option) => option !== '--all');
  setUp(all ? 'benchAll' : 'bench');
  const questions = readdirSync(inRoot('build/test/bench'))
    .filter((file) => file.endsWith('.js'))
    .map((file) => file.replace('.js', ''))
    .sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const unknown = names.filter((name) => !questions.includes(name));
  if (unknown.length > 0)
    throw new SetupError(`bench: ${unknown.join(' ')}: no such question (${questions.join(', ')})`);
  const asked = names.length > 0 ? names : questions.filter((name) => all || !long.includes(name));
  let code = 0;
  for (const name of asked) {
    process.stdout.write(`\n${name}\n`);
    const { status } = spawnSync(process.execPath, ['--expose-gc', inRoot('build/test/bench', `${name}.js`)], {
      stdio: 'inherit',
      env: { ...process.env, BENCH_ALL: all ? '1' : '0' },
    });
    // the others are asked all the same: a page without one answer is better than none
    if (status !== 0) code = status ?? 1;
  }
  if (all && names.length === 0) writePerformancePage();
  return code;
});
