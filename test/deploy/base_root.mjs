// base_root.mjs DIRECTORY: makes a root for images without a network: Node, the libraries of Node and the addon, and a busybox.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from '../../scripts/setup/checkout.mjs';
import { findCommand } from '../../scripts/setup/system_packages.mjs';
import { filesOfNode } from '../vm/lib/node_files.mjs';

const [, , root] = process.argv;
const busybox = findCommand('busybox');

function copy(path, to = path) {
  mkdirSync(dirname(join(root, to)), { recursive: true });
  cpSync(realpathSync(path), join(root, to));
}

for (const directory of ['bin', 'etc', 'run', 'tmp', 'proc', 'sys', 'dev', 'usr/bin'])
  mkdirSync(join(root, directory), { recursive: true });
copy(process.execPath, '/usr/bin/node');
for (const path of filesOfNode([inRoot('packages/collector/build/Release/collector.node')])) copy(path);
copy(busybox, '/bin/busybox');
for (const name of execFileSync(busybox, ['--list'], { encoding: 'utf8' }).trim().split('\n'))
  if (name !== 'busybox') symlinkSync('busybox', join(root, 'bin', name));
symlinkSync('/bin/busybox', join(root, 'usr/bin/env'));
writeFileSync(join(root, 'etc/passwd'), 'root:x:0:0:root:/:/bin/sh\n');
writeFileSync(join(root, 'etc/group'), 'root:x:0:\n');
// the collector's Dockerfile asks ldconfig for its library
const ldconfig = findCommand('ldconfig');
copy(ldconfig, '/sbin/ldconfig');
execFileSync(ldconfig, ['-r', root]);
