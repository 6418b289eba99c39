import { statSync } from 'node:fs';
import { inRoot } from './checkout.mjs';
import { timed } from './report.mjs';
import { run } from './run.mjs';

/** npm writes its record of what it installed last, and within this time of the lockfile. */
const toleranceMs = 2000;

const modified = (path) => statSync(inRoot(path), { throwIfNoEntry: false })?.mtimeMs;

/** Whether nothing changed since npm wrote node_modules. */
export function npmPackagesInstalled() {
  const installed = modified('node_modules/.package-lock.json');
  return installed !== undefined && installed + toleranceMs >= modified('package-lock.json');
}

/** node_modules as the lockfile says. */
export function installNpmPackages() {
  if (npmPackagesInstalled()) return;
  timed('installing npm packages', () => run(['npm', 'ci', '--no-audit', '--no-fund']));
}
