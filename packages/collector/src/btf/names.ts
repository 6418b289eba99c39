/** Where the header of BTF (struct btf_header) says how long it is and where the names stand behind it. */
const magic = 0xeb9f;
const [headerLengthAt, namesAt, namesLengthAt] = [4, 16, 20];

/** The names in little-endian BTF: of types, functions, fields. Only a third of its bytes, and a search for one goes through all of them. */
export function btfNames(btf: Buffer): Pick<ReadonlySet<string>, 'has'> {
  const isBtf = btf.length >= namesLengthAt + 4 && btf.readUInt16LE(0) === magic;
  const start = isBtf ? btf.readUInt32LE(headerLengthAt) + btf.readUInt32LE(namesAt) : 0;
  const names = btf.subarray(start, isBtf ? start + btf.readUInt32LE(namesLengthAt) : 0);
  return { has: (name) => names.includes(`\0${name}\0`, 0, 'latin1') };
}
