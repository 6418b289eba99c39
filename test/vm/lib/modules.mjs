import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { run } from '../../../scripts/setup/run.mjs';

/** The modules that triggers load (test/triggers/events), as they lie below kernel/ of a kernel's modules. */
const wanted = [
  'arch/x86/kernel/cpuid',
  'drivers/block/loop',
  'net/802/stp',
  'net/bridge/bridge',
  'net/core/pktgen',
  'net/llc/llc',
];

/** Unpacks them from a kernel's package to `into`/lib/modules; compressed ones are decompressed, as not every kernel can. */
export function unpackModules(deb, into) {
  mkdirSync(into, { recursive: true });
  const members = run(['sh', '-c', 'dpkg-deb --fsys-tarfile "$1" | tar -t', 'sh', deb]).split('\n');
  for (const place of wanted) {
    const member = members.find((name) => new RegExp(`/lib/modules/[^/]+/kernel/${place}\\.ko(\\.xz)?$`).test(name));
    if (member === undefined) throw new Error(`unpack modules: ${basename(deb)}: ${place}: not in it (see wanted)`);
    run(['sh', '-c', 'dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" "$3"', 'sh', deb, into, member]);
    if (member.endsWith('.xz')) run(['xz', '-d', join(into, member)]);
    if (!member.startsWith('./lib/')) moveToLib(into, member.replace(/\.xz$/, ''));
  }
  rmSync(join(into, 'usr'), { recursive: true, force: true });
}

/** Packages of a system whose /lib is a link have their modules in /usr/lib. */
function moveToLib(into, member) {
  const target = join(into, member.replace(/^.*?\/lib\//, 'lib/'));
  mkdirSync(dirname(target), { recursive: true });
  renameSync(join(into, member), target);
}
