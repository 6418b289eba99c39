/** Sections of a 64-bit little-endian ELF file by name. Throws `read ELF: ...` when the bytes are not one. */
export function elfSections(file: Buffer): Map<string, Buffer> {
  if (file.length < 64 || file.readUInt32BE(0) !== 0x7f454c46 || file[4] !== 2 || file[5] !== 1) {
    throw new Error('read ELF: header: not a 64-bit little-endian ELF file (give a compiled BPF object)');
  }
  const tableAt = Number(file.readBigUInt64LE(40));
  const entryBytes = file.readUInt16LE(58);
  const count = file.readUInt16LE(60);
  if (tableAt + count * entryBytes > file.length || entryBytes < 64) {
    throw new Error(
      `read ELF: section table at ${tableAt}: reaches past the end of the file, ${file.length} bytes (the file is truncated)`,
    );
  }
  const header = (i: number) => {
    const at = tableAt + i * entryBytes;
    return {
      name: file.readUInt32LE(at),
      offset: Number(file.readBigUInt64LE(at + 24)),
      size: Number(file.readBigUInt64LE(at + 32)),
    };
  };
  const names = header(file.readUInt16LE(62));
  const nameAt = (offset: number) =>
    file.toString('latin1', names.offset + offset, file.indexOf(0, names.offset + offset));
  return new Map(
    Array.from({ length: count }, (_, i) => header(i)).map((s) => [
      nameAt(s.name),
      file.subarray(s.offset, s.offset + s.size),
    ]),
  );
}
