import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSuites, runInGuest, stageGuest } from '../../test/vm/guest.mjs';
import { kernels } from '../../test/vm/lib/kernels.mjs';
import { SetupError, timed } from '../setup/report.mjs';
import { countReport } from './counts.mjs';

/** Why guests cannot run here; undefined when they can. */
export const guestObstacle = () =>
  process.platform === 'linux' && process.arch === 'x64'
    ? undefined
    : `kernels are for x64 Linux, and this is ${process.arch} ${process.platform}`;

/** Every suite on every kernel, one guest at a time. */
export const runGuests = (results) => runSuites(undefined, 'tests in virtual machines', results);

/** Another architecture: its emulation takes five minutes. */
export const runArm64 = (results) => runSuites('arm64', 'smoke test on arm64', results);

async function runSuites(part, title, results) {
  const obstacle = guestObstacle();
  if (obstacle !== undefined) return results.skip(title, obstacle);
  const directory = mkdtempSync(join(tmpdir(), 'tracee-guest-'));
  try {
    const root = join(directory, 'root');
    if (part === undefined) timed('staging the guest', () => stageGuest(root));
    for (const suite of await loadSuites(part)) {
      const own = suite.makeRoot && join(directory, 'own');
      if (own) timed(`staging the guest of the ${suite.title}`, () => suite.makeRoot(own));
      for (const kernel of suite.kernels ?? kernels) runSuite(suite, kernel, own ?? root, results);
      if (own) rmSync(own, { recursive: true });
    }
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function runSuite(suite, kernel, root, results) {
  const title = `${suite.title} on ${kernel.series}`;
  process.stderr.write(`${title} (${kernel.package})\n`);
  try {
    suite.stage?.(root, kernel);
    const { status, results: report } = runInGuest({ ...suite, kernel, root });
    results.add(countReport(title, status, report));
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    results.add({ failures: [`${title}: ${error.message}`] });
  }
}
