import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../scripts/setup/checkout.mjs';
import { run } from '../../scripts/setup/run.mjs';
import { fetchHeaders } from './lib/kernels.mjs';

/** The kernel's BTF is hidden: events are traced with the package's minimal BTF, and in tests with what is made from the kernel's headers. */
export const title = 'live tests without BTF';
export const command =
  'mkdir /tmp/none && mount --bind /tmp/none /sys/kernel/btf && node test/run-live.mjs /out/results.json btf process syscalls';
export const timeoutSeconds = 1500;

export function stage(root, kernel) {
  const [distribution, version] = kernel.distribution.split('/');
  mkdirSync(join(root, 'etc'), { recursive: true });
  writeFileSync(join(root, 'etc/os-release'), `ID=${distribution}\nVERSION_ID="${version}"\n`);
  const release = kernel.package.replace('linux-image-', '');
  const headers = join(fetchHeaders(kernel), 'usr/src', `linux-headers-${release}`);
  const made = join(root, 'project/build/btf');
  mkdirSync(made, { recursive: true });
  const build = (name, ...options) =>
    run([
      process.execPath,
      inRoot('packages/collector/bin/tracee-collect'),
      'build',
      '--headers',
      headers,
      '--output',
      join(made, name),
      ...options,
    ]);
  build(`${release}.btf`);
  build(`${release}.bpf.o`, '--object');
}
