import { type Handlers, type Meta, readOpen, type Signature } from '../src/index';

export default class AslrInspection implements Signature {
  readonly meta = {
    id: 'TRC-109',
    name: 'aslr_inspection',
    title: 'Setting of address space randomization read',
    version: '1.0.0',
    severity: 'info',
    tactic: 'privilege-escalation',
    technique: { id: 'T1068', name: 'Exploitation for Privilege Escalation' },
    description:
      'A program opened /proc/sys/kernel/randomize_va_space for reading. Exploits look there to choose how they find their target addresses; configuration checkers do so every day.',
    misses: [
      'the answer found by other means: two looks at an address of /proc/self/maps, personality(2)',
      'the file reached under another name: a hard link, another mount of its file system, a bind mount',
    ],
  } satisfies Meta;

  readonly on = {
    security_file_open: {
      where: ({ args }) => [readOpen(args.flags), args.pathname.eq('/proc/sys/kernel/randomize_va_space')],
      handle: ({ args }) => ({ data: { path: args.pathname, flags: args.flags } }),
    },
  } satisfies Handlers;
}
