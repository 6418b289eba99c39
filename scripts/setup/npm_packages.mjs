import { statSync } from 'node:fs';
import { inRoot } from './checkout.mjs';
import { timed } from './report.mjs';
import { run } from './run.mjs';

/** npm writes its record of what it installed last, and within this time of the lockfile. */
const toleranceMs = 2000;

const modified = (path) => statSync(inRoot(path), { throwIfNoEntry: false })?.mtimeMs;

/** node_modules as the lockfile says; left alone when nothing changed since npm wrote it. */
export function installNpmPackages() {
  const installed = modified('node_modules/.package-lock.json');
  if (installed !== undefined && installed + toleranceMs >= modified('package-lock.json')) return;
  timed('installing npm packages', () => run(['npm', 'ci', '--no-audit', '--no-fund']));
}
