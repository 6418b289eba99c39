// npm run bench [-- NAME [ARG ...]]: the named question of bench/, or all of them, one after another.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { inRoot } from './setup/checkout.mjs';
import { exitWith, SetupError } from './setup/report.mjs';
import { setUp } from './setup.mjs';

/** Files of bench/ that ask no question themselves. */
const shared = ['measure.js', 'mix.js'];

exitWith(() => {
  const [name, ...args] = process.argv.slice(2);
  setUp('test');
  const questions = readdirSync(inRoot('build/test/bench')).filter(
    (file) => file.endsWith('.js') && !shared.includes(file),
  );
  const asked = name === undefined ? questions : questions.filter((file) => file === `${name}.js`);
  if (asked.length === 0) {
    throw new SetupError(
      `bench: ${name}: no such question (${questions.map((file) => file.replace('.js', '')).join(', ')})`,
    );
  }
  for (const file of asked) {
    process.stdout.write(`\n${file.replace('.js', '')}\n`);
    const { status } = spawnSync(process.execPath, [inRoot('build/test/bench', file), ...args], { stdio: 'inherit' });
    if (status !== 0) return status ?? 1;
  }
  return 0;
});
