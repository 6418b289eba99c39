import { createHash } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';

/** First bytes of a pack; the digits are the version of its form. */
export const packMagic = 'minbtf02';
export const packHashBytes = 32;
/** Magic, SHA-256 of all that follows; then the length of the index (u32, little endian), the index and the boxes, Brotli each. */
export const packHeaderBytes = packMagic.length + packHashBytes;

/** What stands before the layouts, as JSON. */
export interface PackIndex {
  /** By architecture: what the BPF object reads (needs.ts), for which the layouts were made. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
  /** In the order of the layouts that follow: bytes, and the first digits of the SHA-256. */
  readonly layouts: readonly (readonly [bytes: number, id: string])[];
  /** Compressed bytes of each box: `layoutsPerBox` layouts, alike as their kernels are neighbours. One is opened to find one. */
  readonly boxes: readonly number[];
  /** By "DISTRIBUTION/VERSION/ARCH" and release: which layout. */
  readonly kernels: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface Layout {
  readonly id: string;
  readonly btf: Buffer;
}

export const layoutsPerBox = 6;

const idDigits = 16;
export const layoutId = (btf: Uint8Array): string => createHash('sha256').update(btf).digest('hex').slice(0, idDigits);

/** Minimal BTF of many kernels; equal ones are stored once, and neighbours compressed together. */
export class Pack {
  readonly index: PackIndex;
  readonly #boxes: Buffer;

  /** Throws an Error that says how the bytes differ from a pack. */
  constructor(file: Buffer) {
    if (file.toString('latin1', 0, packMagic.length) !== packMagic) throw new Error('not a pack of minimal BTF');
    const hash = createHash('sha256').update(file.subarray(packHeaderBytes)).digest();
    if (!hash.equals(file.subarray(packMagic.length, packHeaderBytes)))
      throw new Error('damaged: its SHA-256 is another');
    const indexAt = packHeaderBytes + 4;
    const boxesAt = indexAt + file.readUInt32LE(packHeaderBytes);
    this.index = JSON.parse(brotliDecompressSync(file.subarray(indexAt, boxesAt)).toString()) as PackIndex;
    this.#boxes = file.subarray(boxesAt);
  }

  layout(number: number): Layout {
    const { boxes, layouts } = this.index;
    const box = Math.floor(number / layoutsPerBox);
    const boxAt = sum(boxes.slice(0, box));
    const content = brotliDecompressSync(this.#boxes.subarray(boxAt, boxAt + (boxes[box] as number)));
    const [bytes, id] = layouts[number] as PackIndex['layouts'][number];
    const start = sum(layouts.slice(box * layoutsPerBox, number).map(([size]) => size));
    const btf = content.subarray(start, start + bytes);
    if (layoutId(btf) !== id) throw new Error(`damaged: layout ${id} has another SHA-256`);
    return { id, btf };
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
