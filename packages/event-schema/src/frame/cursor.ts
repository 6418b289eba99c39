import { contextOffsets, tags } from './format';

const empty = Buffer.alloc(0);

/** Where the reader stands: the buffer that holds the current event and the offset of its payload. Valid during the event's callback. */
export class Cursor {
  buffer: Buffer = empty;
  view: DataView = new DataView(empty.buffer, 0, 0);
  /** First byte of the current event's payload. */
  at = 0;
  /** Bytes of context in this stream; a field behind them is one that the writer did not know, and reads as 0. */
  contextEnd = contextOffsets.args as number;
  #chunk: Uint8Array = empty;

  use(chunk: Uint8Array): void {
    if (chunk === this.#chunk) return;
    this.#chunk = chunk;
    this.buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    this.view = new DataView(chunk.buffer, chunk.byteOffset, chunk.length);
  }

  /** Lets go of the chunk, so that it can be collected. */
  release(): void {
    this.use(empty);
  }

  u16(offset: number): number {
    return offset < this.contextEnd ? this.view.getUint16(this.at + offset) : 0;
  }

  u32(offset: number): number {
    return offset < this.contextEnd ? this.view.getUint32(this.at + offset) : 0;
  }

  i32(offset: number): number {
    return offset < this.contextEnd ? this.view.getInt32(this.at + offset) : 0;
  }

  u64(offset: number): bigint {
    return offset < this.contextEnd ? this.view.getBigUint64(this.at + offset) : 0n;
  }

  i64(offset: number): bigint {
    return offset < this.contextEnd ? this.view.getBigInt64(this.at + offset) : 0n;
  }

  isNil(at: number): boolean {
    return this.buffer[at] === tags.nil;
  }
}
