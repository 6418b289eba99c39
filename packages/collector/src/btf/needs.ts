import { createHash } from 'node:crypto';
import { type BtfType, btfKinds, readBtfTypes } from '@tracee/event-schema/dist/generate/btf_types';
import { ElfFile } from './elf_file';

/** struct btf_ext_header: where the CO-RE relocations are, from the header's end, and their bytes. */
const relocationsAt = 24;

interface Relocation {
  /** enum bpf_core_relo_kind. */
  readonly kind: number;
  /** The type that the access begins with. */
  readonly type: number;
  /** Indexes of the members on the way, behind that of the object itself. */
  readonly path: readonly number[];
}

interface Relocated {
  readonly types: readonly (BtfType | undefined)[];
  readonly relocations: readonly Relocation[];
}

function readRelocations(object: string): Relocated {
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
    const count = ext.readUInt32LE(p + 4);
    p += 8;
    for (let i = 0; i < count; i++, p += recordBytes) {
      const [, ...path] = text(ext.readUInt32LE(p + 8))
        .split(':')
        .map(Number);
      yield { type: ext.readUInt32LE(p + 4), path, kind: ext.readUInt32LE(p + 12) };
    }
  }
}

/**
 * What a BPF object asks of a kernel's BTF, a line each: kind of relocation, type, and the members on the way. Two objects with the same
 * lines have the same minimal BTF.
 */
export function needsOf(object: string): string[] {
  const { types, relocations } = readRelocations(object);
  return unique(
    relocations.map(({ kind, type, path }) => `${kind} ${titleOf(types, type)} ${memberNames(types, type, path)}`),
  );
}

/** Short name of a set of needs. */
export const needsDigest = (needs: readonly string[]): string =>
  createHash('sha256').update(needs.join('\n')).digest('hex').slice(0, 16);

const keywords: Readonly<Record<number, string>> = {
  [btfKinds.struct]: 'struct ',
  [btfKinds.union]: 'union ',
  [btfKinds.enum]: 'enum ',
  [btfKinds.enum64]: 'enum ',
};

/** The kernel's types that an object reads, as C names them. What follows ___ only tells versions of a type apart (CO-RE). */
export function typesRead(object: string): string[] {
  const { types, relocations } = readRelocations(object);
  return unique(
    relocations.map(({ type }) => titleOf(types, type).replace(/___.*$/, '')).filter((title) => !title.endsWith(' ')),
  );
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

/** Past typedefs and qualifiers. */
function resolve(types: readonly (BtfType | undefined)[], number: number): BtfType | undefined {
  const transparent: readonly number[] = [
    btfKinds.typedef,
    btfKinds.volatile,
    btfKinds.const,
    btfKinds.restrict,
    btfKinds.typeTag,
  ];
  let type = types[number];
  while (type !== undefined && transparent.includes(type.kind)) type = types[type.third];
  return type;
}

function titleOf(types: readonly (BtfType | undefined)[], number: number): string {
  const named = types[number];
  if (named?.kind === btfKinds.typedef) return named.name;
  const type = resolve(types, number);
  return `${keywords[type?.kind ?? 0] ?? ''}${type?.name ?? ''}`;
}

function memberNames(types: readonly (BtfType | undefined)[], root: number, path: readonly number[]): string {
  let at = resolve(types, root);
  const names: (string | number)[] = [];
  for (const index of path) {
    const [first, second] = at?.rows[index] ?? [];
    const isArray = at?.kind === btfKinds.array;
    names.push(isArray ? index : `${first}`);
    at = resolve(types, Number(isArray ? at?.rows[0]?.[0] : second));
  }
  return names.join('.');
}
