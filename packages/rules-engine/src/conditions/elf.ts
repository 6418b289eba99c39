/** The bytes begin an ELF file: a program, a library, a kernel module. */
export const isElf = (bytes: Uint8Array | null): boolean =>
  bytes !== null && bytes[0] === 0x7f && bytes[1] === 0x45 && bytes[2] === 0x4c && bytes[3] === 0x46;
