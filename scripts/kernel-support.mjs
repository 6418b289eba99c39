// kernel-support.mjs [SERIES]...: boots the kernels of test/vm/kernels.json, runs the live test of events, and writes docs/kernel-support.md.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInGuest, stageGuest } from '../test/vm/guest.mjs';
import { kernels } from '../test/vm/lib/kernels.mjs';
import { inRoot } from './setup/checkout.mjs';
import { exitWith, SetupError } from './setup/report.mjs';
import { supportPage } from './support_page.mjs';

/** What each kernel gave at its last run; the page is made from it, so that one kernel can be run again. */
const recorded = inRoot('docs/kernel-support.json');
const command =
  'EVENT_SUPPORT=/out/results.json node --test --test-reporter=spec build/test/test/live/events.live.js >/out/log 2>&1 || { cat /out/log >&2; exit 1; }';

exitWith(async () => {
  const wanted = process.argv.slice(2);
  const chosen = kernels.filter(({ series }) => wanted.length === 0 || wanted.includes(series));
  if (chosen.length === 0)
    throw new SetupError(`kernel support: ${wanted.join(' ')}: no such kernel in test/vm/kernels.json`);
  const support = existsSync(recorded) ? JSON.parse(readFileSync(recorded, 'utf8')) : {};
  const directory = mkdtempSync(join(tmpdir(), 'tracee-support-'));
  const failed = [];
  try {
    const root = join(directory, 'root');
    stageGuest(root);
    const boot = async (kernel) => {
      const { status, results } = await runInGuest({ kernel, root, command, timeoutSeconds: 900 });
      if (results === undefined) throw new SetupError(`kernel support: ${kernel.series}: the guest left no result`);
      support[kernel.series] = results;
      if (status !== 0) failed.push(kernel.series);
    };
    await Promise.all(chosen.map(boot));
  } finally {
    rmSync(directory, { recursive: true });
  }
  mkdirSync(inRoot('docs'), { recursive: true });
  writeFileSync(recorded, `${JSON.stringify(support, null, 1)}\n`);
  writeFileSync(inRoot('docs/kernel-support.md'), supportPage(support));
  if (failed.length > 0) throw new SetupError(`kernel support: ${failed.join(', ')}: the test of events failed`);
});
