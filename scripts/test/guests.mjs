import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSuites, runInGuest, stageGuest } from '../../test/vm/guest.mjs';
import { kernels } from '../../test/vm/lib/kernels.mjs';
import { SetupError, timed } from '../setup/report.mjs';
import { run } from '../setup/run.mjs';
import { countReport } from './counts.mjs';

/** Why guests cannot run here; undefined when they can. */
export const guestObstacle = () =>
  process.platform === 'linux' && process.arch === 'x64'
    ? undefined
    : `kernels are for x64 Linux, and this is ${process.arch} ${process.platform}`;

/** The emulation of a guest takes one processor. */
const atOnce = Math.min(2, availableParallelism());

/** Every suite on every kernel. */
export const runGuests = (results) => runSuites(undefined, 'tests in virtual machines', results);

/** Another architecture: its emulation takes five minutes. */
export const runArm64 = (results) => runSuites('arm64', 'smoke test on arm64', results);

async function runSuites(part, title, results) {
  const obstacle = guestObstacle();
  if (obstacle !== undefined) return results.skip(title, obstacle);
  const directory = mkdtempSync(join(tmpdir(), 'tracee-guest-'));
  try {
    const shared = join(directory, 'root');
    if (part === undefined) timed('staging the guest', () => stageGuest(shared));
    const suites = (await loadSuites(part)).sort((a, b) => b.timeoutSeconds - a.timeoutSeconds);
    const jobs = suites.flatMap((suite, number) => {
      const own = suite.makeRoot && join(directory, `own${number}`);
      if (own) timed(`staging the guest of the ${suite.title}`, () => suite.makeRoot(own));
      return (suite.kernels ?? kernels).map((kernel) => ({ suite, kernel, root: own ?? shared }));
    });
    const worker = async () => {
      for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) await runSuite(job, directory, results);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

async function runSuite({ suite, kernel, root }, directory, results) {
  const title = `${suite.title} on ${kernel.series}`;
  process.stderr.write(`${title} (${kernel.package})\n`);
  const start = performance.now();
  try {
    const own = suite.stage ? staged(suite, kernel, root, directory) : root;
    const { status, results: report } = await runInGuest({ ...suite, kernel, root: own });
    results.add(countReport(title, status, report));
    process.stderr.write(`${title}: ${Math.round((performance.now() - start) / 1000)} s\n`);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    results.add({ failures: [`${title}: ${error.message}`] });
  }
}

/** The guest's root with what one kernel needs added: other guests read the shared one meanwhile. */
function staged(suite, kernel, root, directory) {
  const own = mkdtempSync(join(directory, 'staged-'));
  run(['cp', '-al', `${root}/.`, own]);
  suite.stage(own, kernel);
  return own;
}
