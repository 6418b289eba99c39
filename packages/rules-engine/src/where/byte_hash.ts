/** FNV-1a, 32 bits, a byte at a time: `addByte(addByte(seed, first), second)`. */
export const seed = 0x811c9dc5 | 0;
export const addByte = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193);
