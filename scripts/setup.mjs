import { installSystemPackages } from './setup/apt.mjs';
import { build, isBuilt } from './setup/build_steps.mjs';
import { installNpmPackages, npmPackagesInstalled } from './setup/npm_packages.mjs';
import { missingPackages } from './setup/system_packages.mjs';

/** What each use of the checkout needs: system packages by purpose, and build steps. */
const replay = { packages: [], steps: ['typescript'] };
const live = { packages: ['build'], steps: [...replay.steps, 'event list', 'generated', 'bpf', 'addon'] };
const demo = { packages: live.packages, steps: [...live.steps, 'triggers'] };
const test = { packages: [...live.packages, 'test'], steps: [...demo.steps, 'bpf of the other architecture', 'tests'] };
const guests = { packages: [...test.packages, 'vm'], steps: test.steps };
const arm64 = { packages: [...guests.packages, 'arm64'], steps: test.steps };
const btf = { packages: [...live.packages, 'btf'], steps: live.steps };
const bench = { packages: test.packages, steps: [...test.steps, 'gob'] };
const benchAll = { packages: [...bench.packages, 'bench'], steps: bench.steps };
const uses = { replay, live, demo, test, guests, arm64, btf, bench, benchAll };

/** Whether a use finds all that it needs. */
export function isSetUp(use) {
  const { packages, steps } = uses[use];
  return missingPackages(packages).length === 0 && npmPackagesInstalled() && isBuilt(steps);
}

/** Installs and builds what the use needs and is missing or out of date; a line on standard error for each thing it does. */
export function setUp(use) {
  const { packages, steps } = uses[use];
  installSystemPackages(packages);
  installNpmPackages();
  build(steps);
}
