/** Kinds of types (Documentation/bpf/btf.rst of the kernel). */
export const btfKinds = {
  int: 1,
  pointer: 2,
  array: 3,
  struct: 4,
  union: 5,
  enum: 6,
  forward: 7,
  typedef: 8,
  volatile: 9,
  const: 10,
  restrict: 11,
  func: 12,
  prototype: 13,
  variable: 14,
  section: 15,
  float: 16,
  declarationTag: 17,
  typeTag: 18,
  enum64: 19,
} as const;

/** What a 32-bit word of a type stands for: an offset into the strings, the number of a type, or neither. */
export type Word = 'name' | 'type' | 'value';

/** A type is three words, name, kind and `third`, and then `tail`, once or once for each entry. */
export interface Shape {
  readonly third: Word;
  readonly tail: readonly Word[];
  readonly repeated: boolean;
}

const shape = (third: Word, tail: readonly Word[] = [], repeated = false): Shape => ({ third, tail, repeated });

const members = shape('value', ['name', 'type', 'value'], true);
const refers = shape('type');

/** By kind. */
export const btfShapes: Readonly<Record<number, Shape>> = {
  [btfKinds.int]: shape('value', ['value']),
  [btfKinds.pointer]: refers,
  [btfKinds.array]: shape('value', ['type', 'type', 'value']),
  [btfKinds.struct]: members,
  [btfKinds.union]: members,
  [btfKinds.enum]: shape('value', ['name', 'value'], true),
  [btfKinds.forward]: shape('value'),
  [btfKinds.typedef]: refers,
  [btfKinds.volatile]: refers,
  [btfKinds.const]: refers,
  [btfKinds.restrict]: refers,
  [btfKinds.func]: refers,
  [btfKinds.prototype]: shape('type', ['name', 'type'], true),
  [btfKinds.variable]: shape('type', ['value']),
  [btfKinds.section]: shape('value', ['type', 'value', 'value'], true),
  [btfKinds.float]: shape('value'),
  [btfKinds.declarationTag]: shape('type', ['value']),
  [btfKinds.typeTag]: refers,
  [btfKinds.enum64]: shape('value', ['name', 'value', 'value'], true),
};

export interface BtfType {
  readonly kind: number;
  /** kind_flag: members are bit-fields, an enum is signed, a forward is of a union. */
  readonly flag: boolean;
  /** Also of functions: their linkage. */
  readonly count: number;
  readonly name: string;
  readonly third: number;
  /** Rows of the tail: one, or one for each entry; words as the shape says, a name as its text. */
  readonly rows: readonly (readonly (number | string)[])[];
}

export const btfMagic = 0xeb9f;
export const btfHeaderBytes = 24;

/** The types of a .BTF section, by number; number 0, void, is undefined. Throws `read BTF: ...` when it is damaged. */
export function readBtfTypes(section: Buffer): readonly (BtfType | undefined)[] {
  if (section.length < btfHeaderBytes || section.readUInt16LE(0) !== btfMagic)
    throw new Error('read BTF: magic: not BTF (give a section .BTF)');
  const headerBytes = section.readUInt32LE(4);
  const part = (at: number) =>
    section.subarray(headerBytes + section.readUInt32LE(at)).subarray(0, section.readUInt32LE(at + 4));
  const [types, strings] = [part(8), part(16)];
  if (types.length !== section.readUInt32LE(12) || strings.length !== section.readUInt32LE(20))
    throw new Error(`read BTF: ${section.length} bytes: shorter than its header says (it is truncated)`);
  const text = (offset: number) => strings.toString('utf8', offset, strings.indexOf(0, offset));
  const found: (BtfType | undefined)[] = [undefined];
  for (let p = 0; p < types.length; ) {
    const info = types.readUInt32LE(p + 4);
    const [kind, count] = [(info >>> 24) & 0x1f, info & 0xffff];
    const { tail, repeated } = btfShapes[kind] ?? unknownKind(kind);
    const [name, third] = [text(types.readUInt32LE(p)), types.readUInt32LE(p + 8)];
    p += 12;
    const rows: (number | string)[][] = [];
    for (let row = repeated ? count : tail.length > 0 ? 1 : 0; row > 0; row--) {
      const at = p;
      rows.push(
        tail.map((word, i) =>
          word === 'name' ? text(types.readUInt32LE(at + 4 * i)) : types.readUInt32LE(at + 4 * i),
        ),
      );
      p += 4 * tail.length;
    }
    found.push({ kind, flag: info >>> 31 === 1, count, name, third, rows });
  }
  return found;
}

function unknownKind(kind: number): never {
  throw new Error(`read BTF: a type of kind ${kind}: not known here (the file is damaged, or of a newer compiler)`);
}
