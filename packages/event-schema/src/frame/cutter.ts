import type { Cursor } from './cursor';
import { Damage, FrameError, type FrameErrorCode } from './error';
import { ext32Tag, type FrameKind, frameHeadBytes, maxPayloadBytes } from './format';
import { Tail } from './tail';

/** Takes a whole frame: its payload is cursor.buffer[at, end). Throws Damage when the payload is not what its kind says. */
export type OnFrame = (kind: number, at: number, end: number) => void;

const damageCodes: Readonly<Record<FrameKind, FrameErrorCode>> = {
  1: 'bad-header',
  2: 'bad-event',
  3: 'bad-dictionary',
  4: 'bad-loss',
  5: 'bad-statistics',
  6: 'bad-end',
};

/** Cuts chunks of any size into frames, and turns damage into one FrameError that names the frame. */
export class FrameCutter {
  readonly #tail = new Tail();
  /** Bytes given so far. */
  #received = 0;
  /** Stream offset of the byte at index 0 of the buffer being read, and the index there of the frame being read. */
  #base = 0;
  #frameAt = 0;
  #failure: unknown;

  constructor(
    readonly cursor: Cursor,
    readonly onFrame: OnFrame,
  ) {}

  /** Stream offset of the frame being read; between calls, bytes up to the end of the last whole frame. */
  get offset(): number {
    return this.#base + this.#frameAt;
  }

  push(chunk: Uint8Array, length: number): void {
    if (this.#failure !== undefined) throw this.#failure;
    const start = this.#received;
    this.#received += length;
    try {
      const from = this.#tail.length > 0 ? this.#finishTail(chunk, length, start) : 0;
      if (from === length) return;
      this.#base = start;
      const rest = this.#frames(chunk, from, length);
      this.#tail.keep(chunk, rest, length);
    } catch (error) {
      throw this.#fail(error);
    }
  }

  /**
   * After a push that never returned, as its handler was made to stop: reads the frame it stood at once more, then on to
   * the end of the same chunk.
   */
  again(chunk: Uint8Array, length: number): void {
    const start = this.#received - length;
    try {
      let from = this.#frameAt;
      if (this.#base < start) {
        // The frame began in an earlier chunk; its bytes are still where they were put together.
        const end = frameEnd(this.#tail.bytes, 0);
        from = this.#base + end - start;
        this.#frames(this.#tail.bytes, 0, end);
      }
      this.#base = start;
      this.#tail.clear();
      this.#tail.keep(chunk, this.#frames(chunk, from, length), length);
    } catch (error) {
      throw this.#fail(error);
    }
  }

  /** @param complete what the input must have had is there */
  finish(complete: boolean): void {
    if (this.#failure !== undefined) throw this.#failure;
    this.cursor.release();
    const left = this.#tail.length;
    if (left === 0 && complete) return;
    const found = left > 0 ? `the input ends ${left} bytes into a frame` : 'the input ends before a header';
    const remedy = 'the writer was stopped or the copy is incomplete; every frame before was read';
    throw this.#fail(new Damage(found, 'truncated', remedy));
  }

  /** Completes the frame that an earlier chunk began; the number of bytes taken from this one. */
  #finishTail(chunk: Uint8Array, length: number, start: number): number {
    const tail = this.#tail;
    this.#base = start - tail.length;
    this.#frameAt = 0;
    let taken = tail.take(chunk, 0, length, frameHeadBytes);
    if (tail.length < frameHeadBytes) return taken;
    const end = frameEnd(tail.bytes, 0);
    taken += tail.take(chunk, taken, length, end);
    if (tail.length < end) return taken;
    tail.clear();
    this.#frames(tail.bytes, 0, end);
    return taken;
  }

  /** Reads whole frames of chunk[at, end); the index of the first byte that is not in one. */
  #frames(chunk: Uint8Array, at: number, end: number): number {
    this.cursor.use(chunk);
    const { buffer } = this.cursor;
    let p = at;
    while (end - p >= frameHeadBytes) {
      this.#frameAt = p;
      const next = frameEnd(buffer, p);
      if (next > end) break;
      this.onFrame(buffer[p + 5] as number, p + frameHeadBytes, next);
      p = next;
    }
    this.#frameAt = p;
    if (p < end && buffer[p] !== ext32Tag) throw notAFrame(buffer[p] as number);
    return p;
  }

  /** What a handler threw passes unchanged. Either ends the reading. */
  #fail(error: unknown): unknown {
    this.#failure = error instanceof Damage ? this.#frameError(error) : error;
    this.cursor.release();
    return this.#failure;
  }

  #frameError({ found, code, remedy }: Damage): FrameError {
    const kind = this.cursor.buffer[this.#frameAt + 5] as FrameKind;
    return new FrameError(
      code ?? damageCodes[kind] ?? 'not-a-frame',
      this.offset,
      found,
      remedy ?? 'the stream is damaged here; every frame before was read',
    );
  }
}

/** Index behind the frame at p, whose head is there. */
function frameEnd(b: Uint8Array, p: number): number {
  if (b[p] !== ext32Tag) throw notAFrame(b[p] as number);
  const high = ((b[p + 1] as number) << 8) | (b[p + 2] as number);
  const length = high * 0x10000 + (((b[p + 3] as number) << 8) | (b[p + 4] as number));
  if (length > maxPayloadBytes) {
    throw new Damage(`a frame of ${length} bytes, above the limit of ${maxPayloadBytes}`, 'too-long');
  }
  return p + frameHeadBytes + length;
}

const notAFrame = (found: number) =>
  new Damage(`byte 0x${found.toString(16).padStart(2, '0')} where a frame begins with 0xc9`, 'not-a-frame');
