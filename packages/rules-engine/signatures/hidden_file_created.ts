import { elf, type Handlers, type Meta, type Signature } from '../src/index';

export default class HiddenFileCreated implements Signature {
  readonly meta = {
    id: 'TRC-1015',
    name: 'hidden_file_created',
    title: 'Hidden program written',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'defense-evasion',
    technique: { id: 'T1564.001', name: 'Hidden Files and Directories' },
    description:
      'The first bytes of an ELF file were written to a path with a component that begins with a dot, which listings leave out. Package managers of languages keep programs in such directories of a home, too.',
    misses: [
      'scripts and other programs that are no ELF files',
      'a file written elsewhere and then renamed, and one whose first bytes are written last or by a mapping',
    ],
  } satisfies Meta;

  readonly on = {
    magic_write: {
      where: ({ args }) => [args.pathname.contains('/.'), elf(args.bytes)],
      handle: ({ args }) => ({ data: { path: args.pathname } }),
    },
  } satisfies Handlers;
}
