import { encodeText } from '@tracee/event-schema';
import { addByte, seed } from './byte_hash';
import { sameBytes } from './bytes';

/** Texts as bytes, for a look-up that decodes nothing and takes as long for ten thousand of them as for ten. */
export class TextSet {
  /** By length in bytes: 1 when there is a text of it. */
  private readonly lengths: Uint8Array;
  /** By hash, those that share it. */
  private readonly slots: (readonly Uint8Array[] | undefined)[];

  constructor(texts: Iterable<string>) {
    const values = [...new Set(texts)].map((text) => Uint8Array.from(encodeText(text)));
    this.lengths = new Uint8Array(Math.max(0, ...values.map(({ length }) => length)) + 1);
    this.slots = new Array(2 ** Math.ceil(Math.log2(2 * values.length + 1))).fill(undefined);
    for (const value of values) {
      this.lengths[value.length] = 1;
      const slot = hashOf(value, 0, value.length) & (this.slots.length - 1);
      this.slots[slot] = [...(this.slots[slot] ?? []), value];
    }
  }

  has(buffer: Uint8Array, from: number, length: number): boolean {
    if (length < 0 || length >= this.lengths.length || this.lengths[length] === 0) return false;
    const held = this.slots[hashOf(buffer, from, from + length) & (this.slots.length - 1)];
    if (held === undefined) return false;
    for (const one of held) if (one.length === length && sameBytes(buffer, from, one)) return true;
    return false;
  }
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = seed;
  for (let i = from; i < to; i++) hash = addByte(hash, bytes[i] as number);
  return hash ^ (hash >>> 15);
}
