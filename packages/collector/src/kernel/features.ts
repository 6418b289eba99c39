import { existsSync, readFileSync } from 'node:fs';
import type { Feature, NativeModule } from '../native';
import { capabilitySet } from './capabilities';
import { thisMachine } from './requirements';

/** What the kernel lets BPF do: what loading tries, and what only files tell. */
export function kernelFeatures(native: NativeModule): Feature[] {
  return [
    ...native.features().map(inForce).map(permitted),
    ofFile('kprobes', kprobeEvents, 'no CONFIG_KPROBE_EVENTS'),
    ofFile('uprobes', uprobeEvents, 'no CONFIG_UPROBE_EVENTS'),
  ];
}

const kprobeEvents = '/sys/bus/event_source/devices/kprobe';
const uprobeEvents = '/sys/bus/event_source/devices/uprobe';
const lsmList = '/sys/kernel/security/lsm';

const ofFile = (name: string, path: string, error: string): Feature => (existsSync(path) ? { name } : { name, error });

/** CAP_SYS_ADMIN stands for it. */
const netAdmin = capabilitySet(['net_admin', 'sys_admin']);

/** The kernel has it, and this user may not load it. */
function permitted(feature: Feature): Feature {
  if (feature.name !== 'cgroup socket addresses' || feature.error !== 'Operation not permitted') return feature;
  return (thisMachine().capabilities & netAdmin) !== 0n
    ? feature
    : { name: feature.name, error: 'not permitted: this user has no CAP_NET_ADMIN' };
}

/** An LSM program attaches, and is never called, where bpf is not among the active modules. */
function inForce(feature: Feature): Feature {
  if (feature.name !== 'LSM programs' || feature.error !== undefined) return feature;
  const active = existsSync(lsmList) ? readFileSync(lsmList, 'latin1').trim().split(',') : [];
  return active.length === 0 || active.includes('bpf')
    ? feature
    : {
        name: feature.name,
        error: `never called: bpf is not in ${lsmList} (boot with lsm=${[...active, 'bpf'].join(',')})`,
      };
}
