/** A quarter of the writer's pipe (1 MiB): large enough that the read call does not show, small enough for the CPU cache. */
const slotBytes = 256 * 1024;
const slots = 4;

/** Words of the state; counts only grow, and wrap. */
const filled = 0;
const taken = 1;
const asleep = 2;
const waiting = 3;
const words = 4 + slots; // and the length of each slot

/** Memory of a ring of slots, for both threads. */
export const sharedChunks = () => new SharedArrayBuffer(words * 4 + slots * slotBytes);

/** Chunks on their way from the thread that reads them to the one that matches them, which may wait for the next without its event loop. */
export class SharedChunks {
  private readonly state: Int32Array;
  private readonly buffers: readonly Buffer[];

  constructor(memory: SharedArrayBuffer) {
    this.state = new Int32Array(memory, 0, words);
    this.buffers = Array.from({ length: slots }, (_, i) => Buffer.from(memory, words * 4 + i * slotBytes, slotBytes));
  }

  /** Reader: where the next chunk goes. */
  free(): Buffer {
    return this.buffers[this.load(filled) % slots] as Buffer;
  }

  /** Reader: hands over what was written to free(); true when the other side sleeps in its event loop. */
  fill(bytes: number): boolean {
    this.state[words - slots + (this.load(filled) % slots)] = bytes;
    Atomics.add(this.state, filled, 1);
    Atomics.notify(this.state, filled);
    return Atomics.exchange(this.state, asleep, 0) === 1;
  }

  /** Reader: whether there is a free slot; if not, release() will say that one was missed. */
  hasRoom(): boolean {
    const isFull = () => (this.load(filled) - this.load(taken)) >>> 0 === slots;
    if (!isFull()) return true;
    Atomics.store(this.state, waiting, 1);
    return !isFull();
  }

  /** Matcher: the oldest chunk, until release(). */
  get first(): Buffer | undefined {
    const at = this.load(taken);
    if (at === this.load(filled)) return undefined;
    return this.buffers[at % slots]?.subarray(0, this.state[words - slots + (at % slots)]);
  }

  /** Matcher: gives the oldest slot back; true when the reader found no free one. */
  release(): boolean {
    Atomics.add(this.state, taken, 1);
    return Atomics.exchange(this.state, waiting, 0) === 1;
  }

  /** Matcher: blocks its thread until there is a chunk. */
  wait(milliseconds: number): Buffer | undefined {
    Atomics.wait(this.state, filled, Atomics.load(this.state, taken), milliseconds);
    return this.first;
  }

  /** Matcher: asks for a message with the next chunk; false when there is one already. */
  sleep(): boolean {
    Atomics.store(this.state, asleep, 1);
    if (this.first === undefined) return true;
    Atomics.store(this.state, asleep, 0);
    return false;
  }

  private load(word: number): number {
    return Atomics.load(this.state, word) >>> 0;
  }
}
