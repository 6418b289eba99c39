import { type BtfType, btfHeaderBytes, btfMagic } from '@tracee/event-schema/dist/generate/btf_types';

/** The bytes of a .BTF section with these types, numbered from 1; each text is stored once. */
export function writeBtf(types: readonly BtfType[]): Buffer {
  const offsets = new Map([['', 0]]);
  let strings = '\0';
  const intern = (text: string) => {
    const known = offsets.get(text);
    if (known !== undefined) return known;
    const offset = Buffer.byteLength(strings);
    offsets.set(text, offset);
    strings += `${text}\0`;
    return offset;
  };
  const words = types.flatMap(({ name, kind, flag, count, third, rows }) => [
    intern(name),
    ((flag ? 1 << 31 : 0) | (kind << 24) | count) >>> 0,
    third,
    ...rows.flat().map((word) => (typeof word === 'string' ? intern(word) : word)),
  ]);
  const text = Buffer.from(strings);
  const header = Buffer.alloc(btfHeaderBytes);
  header.writeUInt16LE(btfMagic, 0);
  header.writeUInt8(1, 2);
  header.writeUInt32LE(btfHeaderBytes, 4);
  header.writeUInt32LE(words.length * 4, 12);
  header.writeUInt32LE(words.length * 4, 16);
  header.writeUInt32LE(text.length, 20);
  return Buffer.concat([header, Buffer.from(Uint32Array.from(words).buffer), text]);
}
