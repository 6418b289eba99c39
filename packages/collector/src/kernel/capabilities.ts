/** Numbers of linux/capability.h. */
const names = [
  'chown',
  'dac_override',
  'dac_read_search',
  'fowner',
  'fsetid',
  'kill',
  'setgid',
  'setuid',
  'setpcap',
  'linux_immutable',
  'net_bind_service',
  'net_broadcast',
  'net_admin',
  'net_raw',
  'ipc_lock',
  'ipc_owner',
  'sys_module',
  'sys_rawio',
  'sys_chroot',
  'sys_ptrace',
  'sys_pacct',
  'sys_admin',
  'sys_boot',
  'sys_nice',
  'sys_resource',
  'sys_time',
  'sys_tty_config',
  'mknod',
  'lease',
  'audit_write',
  'audit_control',
  'setfcap',
  'mac_override',
  'mac_admin',
  'syslog',
  'wake_alarm',
  'block_suspend',
  'audit_read',
  'perfmon',
  'bpf',
  'checkpoint_restore',
] as const;

export type Capability = (typeof names)[number];

export const capabilityNames: readonly string[] = names;

/** A set of capabilities, a bit each. */
export const capabilitySet = (capabilities: Iterable<Capability>): bigint =>
  [...capabilities].reduce((bits, name) => bits | (1n << BigInt(names.indexOf(name))), 0n);

/**
 * What a collector needs that has attached:
 * - bpf, perfmon: to read counters and change filters, and to attach again what somebody else detached
 * - dac_read_search: to find a cgroup by its number (open_by_handle_at), and what exec filters name
 * - sys_ptrace: to see which process reads the output when a reader comes, and for new filters what runs already
 */
export const neededCapabilities = ({ readersCome, filtersChange }: { readersCome: boolean; filtersChange: boolean }) =>
  new Set<Capability>([
    'bpf',
    'perfmon',
    'dac_read_search',
    ...(readersCome || filtersChange ? (['sys_ptrace'] as const) : []),
  ]);
