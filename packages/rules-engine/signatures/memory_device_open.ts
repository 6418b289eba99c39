import type { Handlers, Meta, Signature } from '../src/index';

const devices = new Set(['/dev/mem', '/dev/kmem', '/dev/port']);

export default class MemoryDeviceOpen implements Signature {
  readonly meta = {
    id: 'TTS-2046',
    name: 'memory_device_open',
    title: 'Device of physical memory opened',
    version: '1.0.0',
    severity: 'high',
    tactic: 'privilege-escalation',
    technique: { id: 'T1068', name: 'Exploitation for Privilege Escalation' },
    description:
      'A program opened the device of physical memory, of kernel memory or of the I/O ports: with them the kernel is read and changed past all of its checks. Old tools for hardware do it.',
    misses: ['memory reached by other drivers', 'a node of the device under another name'],
  } satisfies Meta;

  readonly on = {
    security_file_open: {
      where: ({ args }) => [args.pathname.oneOf(devices)],
      handle: ({ args }) => ({ data: { path: args.pathname, flags: args.flags } }),
    },
  } satisfies Handlers;
}
