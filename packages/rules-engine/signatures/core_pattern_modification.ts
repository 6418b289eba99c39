import { type Handlers, type Meta, type Signature, writeOpen } from '../src/index';

export default class CorePatternModification implements Signature {
  readonly meta = {
    id: 'TRC-1011',
    name: 'core_pattern_modification',
    title: 'Container opened core_pattern for writing',
    version: '1.0.0',
    severity: 'high',
    tactic: 'privilege-escalation',
    technique: { id: 'T1611', name: 'Escape to Host' },
    description:
      'A program in a container opened /proc/sys/kernel/core_pattern for writing. The setting belongs to the whole machine: a pattern that begins with | names a program that the kernel runs, as root on the host, at the next crash.',
    misses: [
      'the setting changed by sysctl(2) of kernels before 5.5',
      'a change through a descriptor or a mapping that was open before the watch began',
      'a pattern on the host that already names a file the container can write',
    ],
  } satisfies Meta;

  readonly on = {
    security_file_open: {
      where: ({ args, origin }) => [
        writeOpen(args.flags),
        args.pathname.endsWith('/proc/sys/kernel/core_pattern'),
        origin.is('container'),
      ],
      handle: ({ args }) => ({ data: { path: args.pathname, flags: args.flags } }),
    },
  } satisfies Handlers;
}
