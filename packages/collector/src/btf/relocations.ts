import { type BtfType, btfKinds, readBtfTypes } from '@tracee/event-schema/dist/generate/btf_types';
import { ElfFile } from './elf_file';

/** struct btf_ext_header: where the CO-RE relocations are, from the header's end; behind it, their bytes. */
export const relocationsAt = 24;

/** enum bpf_core_relo_kind, as far as the BPF programs ask. */
export const relocationKinds = { fieldOffset: 0, fieldExists: 2, typeExists: 8, typeSize: 9 } as const;

export interface Relocation {
  /** The instruction: its section, and the byte of it where it begins. */
  readonly section: string;
  readonly at: number;
  /** enum bpf_core_relo_kind. */
  readonly kind: number;
  /** The type that the access begins with. */
  readonly type: number;
  /** Index of the object itself, as if it were in an array of its type. */
  readonly first: number;
  /** Indexes of the members on the way, behind that of the object itself. */
  readonly path: readonly number[];
}

export type Types = readonly (BtfType | undefined)[];

export interface Relocated {
  readonly types: Types;
  readonly relocations: readonly Relocation[];
}

/** What a BPF object has to be told of a kernel's types. */
export function readRelocations(object: string): Relocated {
  const elf = new ElfFile(object);
  try {
    const [btf, ext] = [elf.section('.BTF'), elf.section('.BTF.ext')];
    if (btf === undefined || ext === undefined)
      throw new Error(`read object: ${object}: no .BTF and .BTF.ext (compile it with -g)`);
    const stringsAt = btf.readUInt32LE(4) + btf.readUInt32LE(16);
    const text = (offset: number) => btf.toString('latin1', stringsAt + offset, btf.indexOf(0, stringsAt + offset));
    return { types: readBtfTypes(btf), relocations: [...records(ext, text)] };
  } finally {
    elf.close();
  }
}

function* records(ext: Buffer, text: (offset: number) => string): Iterable<Relocation> {
  const headerBytes = ext.readUInt32LE(4);
  if (headerBytes < relocationsAt + 8) return;
  const start = headerBytes + ext.readUInt32LE(relocationsAt);
  const end = start + ext.readUInt32LE(relocationsAt + 4);
  if (start === end) return;
  const recordBytes = ext.readUInt32LE(start);
  for (let p = start + 4; p < end; ) {
    const [section, count] = [text(ext.readUInt32LE(p)), ext.readUInt32LE(p + 4)];
    p += 8;
    for (let i = 0; i < count; i++, p += recordBytes) {
      const [first = 0, ...path] = text(ext.readUInt32LE(p + 8))
        .split(':')
        .map(Number);
      const [at, type, kind] = [ext.readUInt32LE(p), ext.readUInt32LE(p + 4), ext.readUInt32LE(p + 12)];
      yield { section, at, type, first, path, kind };
    }
  }
}

const transparent: readonly number[] = [
  btfKinds.typedef,
  btfKinds.volatile,
  btfKinds.const,
  btfKinds.restrict,
  btfKinds.typeTag,
];

/** Past typedefs and qualifiers. */
export function resolveType(types: Types, number: number): BtfType | undefined {
  let type = types[number];
  while (type !== undefined && transparent.includes(type.kind)) type = types[type.third];
  return type;
}
