import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inRoot } from '../../scripts/setup/checkout.mjs';
import { stage, stagePackages } from '../../scripts/setup/stage_packages.mjs';
import { findCommand } from '../../scripts/setup/system_packages.mjs';
import { stageArm64 } from './lib/arm64.mjs';
import { fetchKernel, fetchModules, kernels } from './lib/kernels.mjs';
import { filesOfNode } from './lib/node_files.mjs';

/** Where the checkout lies in the guest. */
const project = 'project';
const addon = 'packages/collector/build/Release/collector.node';
/** What tests run, as it lies in the checkout: compiled for this machine, and for any. */
const machinePrograms = [addon, 'build/triggers', 'build/load'];
const programs = ['build/test', 'test/run-live.mjs', 'test/reporter.mjs'];

/**
 * Makes the directory that is laid over the guest's root: Node, the built checkout without its sources, triggers, compiled tests, what runs
 * containers, modules.
 */
export function stageGuest(root) {
  const runc = findCommand('runc');
  copy(process.execPath, join(root, 'usr/bin/node'));
  copy(runc, join(root, 'usr/bin/runc'));
  for (const path of filesOfNode([inRoot(addon), runc])) copy(path, join(root, path));
  stageCheckout(root);
  for (const path of machinePrograms) stage(join(root, project), path);
  for (const kernel of kernels)
    cpSync(join(fetchModules(kernel), 'lib/modules'), join(root, 'lib/modules'), { recursive: true });
}

/** Likewise for an arm64 guest. */
export function stageArm64Guest(root) {
  stageCheckout(root);
  stageArm64(root, project);
}

function stageCheckout(root) {
  const destination = join(root, project);
  stagePackages(['@tracee/collector', '@tracee/rules-engine'], destination);
  for (const path of programs) stage(destination, path);
}

function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(realpathSync(from), to);
}

/**
 * Runs a line of shell as root in a staged guest, in the checkout's directory. Its output is passed on at its end; `results` is what it left
 * as JSON in /out/results.json, undefined when it left nothing.
 */
export async function runInGuest({ kernel, root, command, append = '', timeoutSeconds = 300, memory = 1536 }) {
  const out = mkdtempSync(join(tmpdir(), 'tracee-out-'));
  const guest = spawn(
    fileURLToPath(new URL('run-vm.sh', import.meta.url)),
    [fetchKernel(kernel), root, `cd /${project} && ${command}`],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        VM_ARCH: kernel.architecture === 'arm64' ? 'aarch64' : 'x86_64',
        VM_OUT: out,
        VM_APPEND: append,
        VM_TIMEOUT: String(timeoutSeconds),
        VM_MEM: String(memory),
      },
    },
  );
  const [status] = await once(guest, 'exit');
  const path = join(out, 'results.json');
  const results = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  rmSync(out, { recursive: true, force: true });
  return { status, results };
}

/**
 * The suites beside this file, *.vm.mjs: each exports a `title`, a `command` and, where it needs them, `append`, `timeoutSeconds`,
 * `stage`, which adds to the guest's root what one kernel needs, and `kernels` with `makeRoot` in place of the usual ones. Those of a `part`
 * run when it is asked for.
 */
export async function loadSuites(wantedPart) {
  const directory = fileURLToPath(new URL('.', import.meta.url));
  const files = readdirSync(directory).filter((name) => name.endsWith('.vm.mjs'));
  const suites = await Promise.all(files.sort().map((file) => import(join(directory, file))));
  return suites.filter(({ part }) => part === wantedPart);
}
