import { spawnSync } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { root } from './checkout.mjs';
import { SetupError } from './report.mjs';

/** How much of a failed command's output is shown. */
const shownLines = 60;

/** Runs a command of the checkout to its end, quietly; throws a SetupError that shows the end of its output. */
export function run([command, ...args], environment = {}) {
  const { status, signal, error, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    // what a tool starts as "node" is this Node
    env: { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 256 << 20,
  });
  if (status === 0) return stdout;
  const found = error?.message ?? (signal ? `ended by ${signal}` : `exit code ${status}`);
  const output = `${stdout ?? ''}${stderr ?? ''}`.split('\n').slice(-shownLines).join('\n');
  throw new SetupError(`run: ${[command, ...args].join(' ')}: ${found}`, { output });
}
