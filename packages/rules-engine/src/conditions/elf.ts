import type { Condition } from '../where/condition';
import type { BytesField } from '../where/fields';

const magic = [0x7f, 0x45, 0x4c, 0x46];

/** The bytes begin an ELF file: a program, a library, a kernel module. */
export const isElf = (bytes: Uint8Array | null): boolean =>
  bytes !== null && magic.every((byte, at) => bytes[at] === byte);

/** The same of an argument, for `where`. */
export const elf = (bytes: BytesField): Condition => bytes.startsWith(magic);
