import { spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline/promises';
import { setUp } from '../setup.mjs';
import { lacksBtf } from './obstacle.mjs';
import { collectBin } from './pipeline.mjs';
import { prepare } from './prepare.mjs';

/** Where a kernel has no BTF and nobody has it either: makes it from the kernel's headers when the user wants that. Returns what is left of the obstacle. */
export async function offerBuild(obstacle) {
  if (obstacle === undefined || !lacksBtf(obstacle) || !process.stdin.isTTY) return obstacle;
  process.stderr.write(`${obstacle}\n`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question("make it now from the kernel's headers (tracee-collect build)? [y/N] ");
  terminal.close();
  if (!/^y/i.test(answer)) return obstacle;
  setUp('live');
  const { status } = spawnSync(process.execPath, [collectBin, 'build'], { stdio: 'inherit' });
  return status === 0 ? prepare('live') : obstacle;
}
