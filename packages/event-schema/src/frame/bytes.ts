import { encodeText } from '../values/text';
import { commBytes, ext32Tag, frameHeadBytes, maxPayloadBytes, tags } from './format';

/** A growing buffer of msgpack values, each integer with the tag of its full width. */
export class Bytes {
  #buffer = Buffer.allocUnsafe(4096);
  #end = 0;
  /** Where the value behind the last tag goes. */
  #at = 0;

  get length(): number {
    return this.#end;
  }

  /** A copy of all bytes; the buffer begins anew. */
  take(): Buffer {
    const bytes = Buffer.from(this.#buffer.subarray(0, this.#end));
    this.#end = 0;
    return bytes;
  }

  /** Forgets everything behind `end`. */
  cut(end: number): void {
    this.#end = end;
  }

  nil = (): unknown => this.#tag(tags.nil, 0);
  bool = (value: boolean): unknown => this.#tag(value ? tags.true : tags.false, 0);
  u8 = (value: number) => this.#tag(tags.u8, 1).writeUInt8(value, this.#at);
  u16 = (value: number) => this.#tag(tags.u16, 2).writeUInt16BE(value, this.#at);
  u32 = (value: number) => this.#tag(tags.u32, 4).writeUInt32BE(value, this.#at);
  u64 = (value: bigint) => this.#tag(tags.u64, 8).writeBigUInt64BE(value, this.#at);
  i8 = (value: number) => this.#tag(tags.i8, 1).writeInt8(value, this.#at);
  i16 = (value: number) => this.#tag(tags.i16, 2).writeInt16BE(value, this.#at);
  i32 = (value: number) => this.#tag(tags.i32, 4).writeInt32BE(value, this.#at);
  i64 = (value: bigint) => this.#tag(tags.i64, 8).writeBigInt64BE(value, this.#at);
  array = (elements: number) => this.#tag(tags.array16, 2).writeUInt16BE(elements, this.#at);
  map = (entries: number) => this.#tag(tags.map16, 2).writeUInt16BE(entries, this.#at);

  text(value: string): void {
    this.#sized(tags.str16, encodeText(value));
  }

  bytes(value: Uint8Array): void {
    this.#sized(tags.bin16, value);
  }

  /** comm: 16 bytes, cut or padded with NUL. */
  comm(value: string): void {
    const buffer = this.#tag(tags.bin8, 1 + commBytes);
    buffer.fill(0, this.#at, this.#at + 1 + commBytes);
    buffer[this.#at] = commBytes;
    buffer.set(encodeText(value).subarray(0, commBytes), this.#at + 1);
  }

  /** Writes a frame of this kind around what `payload` writes. */
  frame(kind: number, payload: () => void): void {
    const start = this.#room(frameHeadBytes);
    this.#buffer[start] = ext32Tag;
    this.#buffer.writeInt8(kind, start + 5);
    payload();
    const length = this.#end - start - frameHeadBytes;
    if (length > maxPayloadBytes) {
      this.cut(start);
      throw new RangeError(`write frame: kind ${kind}: ${length} bytes of payload (at most ${maxPayloadBytes})`);
    }
    this.#buffer.writeUInt32BE(length, start + 1);
  }

  /** Writes the tag and leaves room for its `bytes` bytes at #at. The buffer may be a new one: use the one returned. */
  #tag(tag: number, bytes: number): Buffer {
    const at = this.#room(1 + bytes);
    this.#buffer[at] = tag;
    this.#at = at + 1;
    return this.#buffer;
  }

  #sized(tag: number, value: Uint8Array): void {
    if (value.length > 0xffff) throw new RangeError(`write frame: value: ${value.length} bytes (at most 65535)`);
    const buffer = this.#tag(tag, 2 + value.length);
    buffer.writeUInt16BE(value.length, this.#at);
    buffer.set(value, this.#at + 2);
  }

  #room(bytes: number): number {
    const at = this.#end;
    this.#end += bytes;
    if (this.#end > this.#buffer.length) {
      const grown = Buffer.allocUnsafe(2 * this.#end);
      grown.set(this.#buffer.subarray(0, at));
      this.#buffer = grown;
    }
    return at;
  }
}
