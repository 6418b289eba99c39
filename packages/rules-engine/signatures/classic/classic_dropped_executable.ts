import { elf, type Handlers, type Meta, type Signature } from '../../src/index';

export default class ClassicDroppedExecutable implements Signature {
  readonly meta = {
    id: 'TRC-9',
    name: 'classic_dropped_executable',
    title: 'New executable dropped while running',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'defense-evasion',
    technique: { id: 'T1036', name: 'Masquerading' },
    description: 'A program was written to a file in a container: what runs there should have come with its image.',
    misses: ['scripts', 'a program that is written in pieces of which the first is short'],
  } satisfies Meta;

  readonly on = {
    magic_write: {
      where: ({ args, origin }) => [origin.is('container'), elf(args.bytes)],
      handle: ({ args }) => ({ data: { 'file path': args.pathname } }),
    },
  } satisfies Handlers;
}
