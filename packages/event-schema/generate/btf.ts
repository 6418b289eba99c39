import { btfKinds, readBtfTypes } from './btf_types';

/** What is needed of BTF: structs and unions with their members, enums with their values. */
export interface BtfStruct {
  readonly size: number;
  /** Byte offset and name of each member's type, by member name. */
  readonly members: ReadonlyMap<string, { readonly offset: number; readonly type: number }>;
}

export interface Btf {
  readonly structs: ReadonlyMap<string, BtfStruct>;
  readonly enums: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Bytes of a type; 0 when it has none. */
  sizeOf(type: number): number;
}

/** Reads a .BTF section. Throws `read BTF: ...` when it is damaged. */
export function readBtf(section: Buffer): Btf {
  const types = readBtfTypes(section);
  const structs = new Map<string, BtfStruct>();
  const enums = new Map<string, Map<string, number>>();
  for (const found of types) {
    if (found === undefined) continue;
    const { kind, name, third, rows } = found;
    if (kind === btfKinds.struct || kind === btfKinds.union) {
      const member = ([of, type, offset]: readonly (number | string)[]) =>
        [String(of), { type: Number(type), offset: (Number(offset) & 0xffffff) >> 3 }] as const;
      structs.set(name, { size: third, members: new Map(rows.map(member)) });
    } else if (kind === btfKinds.enum) {
      enums.set(name, new Map(rows.map(([of, value]) => [String(of), Number(value) | 0])));
    }
  }
  const sizeOf = (number: number): number => {
    const found = types[number];
    if (found === undefined) return 0;
    if (found.kind === btfKinds.pointer) return 8;
    const [element, , count] = found.rows[0] ?? [];
    if (found.kind === btfKinds.array) return sizeOf(Number(element)) * Number(count);
    const named = ([btfKinds.typedef, btfKinds.volatile, btfKinds.const] as number[]).includes(found.kind);
    return named ? sizeOf(found.third) : found.third;
  };
  return { structs, enums, sizeOf };
}
