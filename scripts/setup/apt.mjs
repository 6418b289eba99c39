import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { SetupError, timed } from './report.mjs';
import { run } from './run.mjs';
import { findCommand, missingPackages } from './system_packages.mjs';

/** Waits for another apt this long. */
const lockSeconds = 300;
const aptGet = (...args) =>
  run(['apt-get', '-y', '-q', '-o', `DPkg::Lock::Timeout=${lockSeconds}`, ...args], {
    DEBIAN_FRONTEND: 'noninteractive',
  });

const update = () => timed('reading package lists', () => aptGet('update'));
const install = ({ name, what }) =>
  timed(`installing ${name} (${what})`, () =>
    withoutServices(() => aptGet('install', '--no-install-recommends', name)),
  );

/** Debian's own way to say that a package which is installed starts no service: what tests and benches start must not become one of the machine. */
function withoutServices(work) {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return work();
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return work();
  } finally {
    rmSync(policy);
  }
}

/** A fresh machine, and a container most of all, has no package lists. */
const listsPresent = () => {
  try {
    return readdirSync('/var/lib/apt/lists').some((name) => /_Packages(\.\w+)?$/.test(name));
  } catch {
    return false;
  }
};

/** Installs what the purposes need and is missing, a line each. */
export function installSystemPackages(purposes) {
  const missing = missingPackages(purposes);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || findCommand('apt-get') === undefined) throw notInstallable(missing);
  let updated = !listsPresent();
  if (updated) update();
  for (const wanted of missing) {
    if (wanted.present()) continue; // came with one before it
    try {
      install(wanted);
    } catch (error) {
      if (updated) throw error;
      // lists that are too old name files that are gone
      update();
      updated = true;
      install(wanted);
    }
    if (!wanted.present())
      throw new SetupError(`install: ${wanted.name}: installed, and its files are not where they are looked for`);
  }
}

function notInstallable(missing) {
  const names = missing.map(({ name }) => name).join(' ');
  const list = missing.map(({ name, what }) => `${name} (${what})`).join(', ');
  const reason = findCommand('apt-get') === undefined ? 'no apt-get here' : 'not root';
  return new SetupError(
    `system packages: missing: ${list}; ${reason}, so they are not installed (as root: apt-get install ${names})`,
    { missing: true },
  );
}
