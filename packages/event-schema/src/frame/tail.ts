/** Room for most frames at once, made when the first one is cut. */
const firstBytes = 1 << 14;

/** The beginning of a frame whose end has not arrived. It grows to the largest such frame and is used again. */
export class Tail {
  bytes: Buffer = Buffer.alloc(0);
  length = 0;

  /** Adds bytes of chunk[from, end) until there are `wanted`; how many it took. */
  take(chunk: Uint8Array, from: number, end: number, wanted: number): number {
    const taken = Math.min(wanted - this.length, end - from);
    if (taken <= 0) return 0;
    if (this.length + taken > this.bytes.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(wanted, 2 * this.bytes.length, firstBytes));
      grown.set(this.bytes.subarray(0, this.length));
      this.bytes = grown;
    }
    this.bytes.set(chunk.subarray(from, from + taken), this.length);
    this.length += taken;
    return taken;
  }

  keep(chunk: Uint8Array, from: number, end: number): void {
    this.take(chunk, from, end, this.length + end - from);
  }

  clear(): void {
    this.length = 0;
  }
}
