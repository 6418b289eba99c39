import { decodeText } from '../values/text';
import type { Bytes } from './bytes';
import { Damage } from './error';

/** A value of a payload that is not an event: 64-bit integers are bigint, others number. */
export type Value = null | boolean | number | bigint | string | Uint8Array | Value[] | { [key: string]: Value };

/** Deeper nesting is damage; the format needs four. */
const maxDepth = 16;

/** One msgpack value of any width at `at`. Extensions are not accepted; nothing outside [at, end) is read. */
export function readValue(buffer: Buffer, at: number, end: number): Value {
  return new Values(buffer, at, end).value(0);
}

/** The offset behind the value at `at`. */
export function skipValue(buffer: Buffer, at: number, end: number): number {
  const values = new Values(buffer, at, end);
  values.value(0);
  return values.at;
}

/** The one value that a payload is, ending where the frame ends. */
export function readPayload(buffer: Buffer, at: number, end: number): Value {
  const values = new Values(buffer, at, end);
  const value = values.value(0);
  if (values.at !== end) throw new Damage(`${end - values.at} bytes behind its payload`);
  return value;
}

/** Takes values from [at, end), one behind the other. */
class Values {
  constructor(
    readonly buffer: Buffer,
    public at: number,
    readonly end: number,
  ) {}

  // biome-ignore format: a table, a tag a line
  value(depth: number): Value {
    const { buffer } = this;
    const tag = buffer[this.#take(1)] as number;
    if (tag < 0x80) return tag;
    if (tag < 0x90) return this.#map(tag & 0xf, depth);
    if (tag < 0xa0) return this.#array(tag & 0xf, depth);
    if (tag < 0xc0) return this.#text(tag & 0x1f);
    if (tag >= 0xe0) return tag - 0x100;
    switch (tag) {
      case 0xc0: return null;
      case 0xc2: return false;
      case 0xc3: return true;
      case 0xc4: return this.#bytes(this.#size(1));
      case 0xc5: return this.#bytes(this.#size(2));
      case 0xc6: return this.#bytes(this.#size(4));
      case 0xca: return buffer.readFloatBE(this.#take(4));
      case 0xcb: return buffer.readDoubleBE(this.#take(8));
      case 0xcc: return this.#size(1);
      case 0xcd: return this.#size(2);
      case 0xce: return this.#size(4);
      case 0xcf: return buffer.readBigUInt64BE(this.#take(8));
      case 0xd0: return buffer.readInt8(this.#take(1));
      case 0xd1: return buffer.readInt16BE(this.#take(2));
      case 0xd2: return buffer.readInt32BE(this.#take(4));
      case 0xd3: return buffer.readBigInt64BE(this.#take(8));
      case 0xd9: return this.#text(this.#size(1));
      case 0xda: return this.#text(this.#size(2));
      case 0xdb: return this.#text(this.#size(4));
      case 0xdc: return this.#array(this.#size(2), depth);
      case 0xdd: return this.#array(this.#size(4), depth);
      case 0xde: return this.#map(this.#size(2), depth);
      case 0xdf: return this.#map(this.#size(4), depth);
      default: throw new Damage(`tag 0x${tag.toString(16)}, which the format does not use`);
    }
  }

  /** Index of the next `bytes` bytes, which are then behind. */
  #take(bytes: number): number {
    const from = this.at;
    if (bytes > this.end - from) throw new Damage('a value that ends behind its frame');
    this.at = from + bytes;
    return from;
  }

  #size(bytes: 1 | 2 | 4): number {
    return this.buffer.readUIntBE(this.#take(bytes), bytes);
  }

  #text(length: number): string {
    const from = this.#take(length);
    return decodeText(this.buffer, from, from + length);
  }

  #bytes(length: number): Uint8Array {
    const from = this.#take(length);
    return new Uint8Array(this.buffer.subarray(from, from + length));
  }

  #array(elements: number, depth: number): Value[] {
    this.#check(elements, depth);
    const array: Value[] = [];
    for (let i = 0; i < elements; i++) array.push(this.value(depth + 1));
    return array;
  }

  #map(entries: number, depth: number): { [key: string]: Value } {
    this.#check(2 * entries, depth);
    const map: { [key: string]: Value } = Object.create(null);
    for (let i = 0; i < entries; i++) {
      const key = this.value(depth + 1);
      if (typeof key !== 'string') throw new Damage('a map key that is not text');
      map[key] = this.value(depth + 1);
    }
    return map;
  }

  /** Every element takes at least a byte, so a count beyond the frame's end is refused before anything is read. */
  #check(elements: number, depth: number): void {
    if (elements > this.end - this.at) throw new Damage(`${elements} elements in ${this.end - this.at} bytes`);
    if (depth >= maxDepth) throw new Damage(`values nested more than ${maxDepth} deep`);
  }
}

/** Writes a value: number as u32 (negative: i32) where it fits, else like bigint as u64 (negative: i64). */
export function writeValue(out: Bytes, value: Value): void {
  if (value === null) out.nil();
  else if (typeof value === 'boolean') out.bool(value);
  else if (typeof value === 'number') writeNumber(out, value);
  else if (typeof value === 'bigint') value < 0n ? out.i64(value) : out.u64(value);
  else if (typeof value === 'string') out.text(value);
  else if (value instanceof Uint8Array) out.bytes(value);
  else if (Array.isArray(value)) {
    out.array(value.length);
    for (const element of value) writeValue(out, element);
  } else {
    const entries = Object.entries(value);
    out.map(entries.length);
    for (const [key, element] of entries) {
      out.text(key);
      writeValue(out, element);
    }
  }
}

function writeNumber(out: Bytes, value: number): void {
  if (value >>> 0 === value) out.u32(value);
  else if ((value | 0) === value) out.i32(value);
  else writeValue(out, BigInt(value));
}
