import { elf, type Handlers, type Meta, memoryPath, not, type Signature } from '../src/index';

export default class DroppedExecutable implements Signature {
  readonly meta = {
    id: 'TRC-1022',
    name: 'dropped_executable',
    title: 'Container wrote a program that its image does not have',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'defense-evasion',
    technique: { id: 'T1036', name: 'Masquerading' },
    description:
      'A program in a container wrote the first bytes of an ELF file. Images are complete when they start; what appears later was brought in, by an attacker or by an installation that should have been a part of the build.',
    misses: [
      'files in memory only: see fileless_execution',
      'scripts, and ELF files whose first bytes are written last or by a mapping',
      'a program written into a volume from outside the container',
    ],
  } satisfies Meta;

  readonly on = {
    magic_write: {
      where: ({ args, origin }) => [
        origin.is('container'),
        not(args.pathname.isNull()),
        elf(args.bytes),
        not(memoryPath(args.pathname)),
      ],
      handle: ({ args }) => ({ data: { path: args.pathname } }),
    },
  } satisfies Handlers;
}
