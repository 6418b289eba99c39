import { btfKinds, btfShapes } from '@tracee/event-schema/dist/generate/btf_types';

/** Where the header of BTF (struct btf_header) says how long it is, and where types and names stand behind it. */
const magic = 0xeb9f;
const [headerLengthAt, typesAt, typesLengthAt, namesAt, namesLengthAt] = [4, 8, 12, 16, 20];

export interface BtfNames {
  /** Whether a type, function or field has the name. */
  has(name: string): boolean;
  /** Number of the function of this name; 0, which no type has, where there is none. */
  functionId(name: string): number;
}

/** The names in little-endian BTF. Only a third of its bytes, and a search for one goes through all of them. */
export function btfNames(btf: Buffer): BtfNames {
  const isBtf = btf.length >= namesLengthAt + 4 && btf.readUInt16LE(0) === magic;
  const part = (at: number, lengthAt: number) => {
    const start = isBtf ? btf.readUInt32LE(headerLengthAt) + btf.readUInt32LE(at) : 0;
    return btf.subarray(start, isBtf ? start + btf.readUInt32LE(lengthAt) : 0);
  };
  const names = part(namesAt, namesLengthAt);
  const find = (name: string) => names.indexOf(`\0${name}\0`, 0, 'latin1');
  return {
    has: (name) => find(name) >= 0,
    functionId(name) {
      const at = find(name);
      return at < 0 ? 0 : numberOfFunction(part(typesAt, typesLengthAt), at + 1);
    },
  };
}

/** Bytes behind the three words of a type, by kind: once, and for each entry. */
const tails = Object.entries(btfShapes).reduce<[once: number, each: number][]>((all, [kind, { tail, repeated }]) => {
  all[Number(kind)] = repeated ? [0, 4 * tail.length] : [4 * tail.length, 0];
  return all;
}, []);

/** 0 where no function has its name at this offset of the names, or before it stands what is not BTF. */
function numberOfFunction(types: Buffer, nameOffset: number): number {
  let at = 0;
  for (let id = 1; at + 12 <= types.length; id++) {
    const info = types.readUInt32LE(at + 4);
    const kind = (info >>> 24) & 0x1f;
    if (kind === btfKinds.func && types.readUInt32LE(at) === nameOffset) return id;
    const tail = tails[kind];
    if (tail === undefined) return 0;
    at += 12 + tail[0] + (info & 0xffff) * tail[1];
  }
  return 0;
}
