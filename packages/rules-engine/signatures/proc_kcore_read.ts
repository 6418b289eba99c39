import { type Handlers, type Meta, readOpen, type Signature } from '../src/index';

export default class ProcKcoreRead implements Signature {
  readonly meta = {
    id: 'TRC-1021',
    name: 'proc_kcore_read',
    title: 'Container opened the memory of the kernel',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'privilege-escalation',
    technique: { id: 'T1611', name: 'Escape to Host' },
    description:
      'A program in a container opened /proc/kcore for reading: the memory of the whole machine as a file, with the keys and passwords of every process.',
    misses: [
      'memory read through /dev/mem or /dev/kmem',
      'memory read by a BPF program or a kernel module',
      'the file reached under another name: a hard link, another mount of its file system, a bind mount',
    ],
  } satisfies Meta;

  readonly on = {
    security_file_open: {
      where: ({ args, origin }) => [
        readOpen(args.flags),
        args.pathname.endsWith('/proc/kcore'),
        origin.is('container'),
      ],
      handle: ({ args }) => ({ data: { path: args.pathname, flags: args.flags } }),
    },
  } satisfies Handlers;
}
