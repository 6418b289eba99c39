import { createHash } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';

/** First bytes of a pack; the digits are the version of its form. */
export const packMagic = 'minbtf01';
export const packHashBytes = 32;
/** Magic, SHA-256 of all that follows, then Brotli. */
export const packHeaderBytes = packMagic.length + packHashBytes;

/** What stands before the layouts, as JSON behind its length (u32, little endian). */
export interface PackIndex {
  /** By architecture: what the BPF object reads (needs.ts), for which the layouts were made. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
  /** In the order of the layouts that follow: bytes, and the first digits of the SHA-256. */
  readonly layouts: readonly (readonly [bytes: number, id: string])[];
  /** By "DISTRIBUTION/VERSION/ARCH" and release: which layout. */
  readonly kernels: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface Layout {
  readonly id: string;
  readonly btf: Buffer;
}

const idDigits = 16;
export const layoutId = (btf: Uint8Array): string => createHash('sha256').update(btf).digest('hex').slice(0, idDigits);

/** Minimal BTF of many kernels; equal ones are stored once, and all are compressed as one. */
export class Pack {
  readonly index: PackIndex;
  readonly #layouts: Buffer;

  /** Throws an Error that says how the bytes differ from a pack. */
  constructor(file: Buffer) {
    if (file.toString('latin1', 0, packMagic.length) !== packMagic) throw new Error('not a pack of minimal BTF');
    const hash = createHash('sha256').update(file.subarray(packHeaderBytes)).digest();
    if (!hash.equals(file.subarray(packMagic.length, packHeaderBytes)))
      throw new Error('damaged: its SHA-256 is another');
    const body = brotliDecompressSync(file.subarray(packHeaderBytes));
    const layoutsAt = 4 + body.readUInt32LE(0);
    this.index = JSON.parse(body.toString('utf8', 4, layoutsAt)) as PackIndex;
    this.#layouts = body.subarray(layoutsAt);
  }

  layout(number: number): Layout {
    const [bytes, id] = this.index.layouts[number] as PackIndex['layouts'][number];
    const start = this.index.layouts.slice(0, number).reduce((sum, [size]) => sum + size, 0);
    const btf = this.#layouts.subarray(start, start + bytes);
    if (layoutId(btf) !== id) throw new Error(`damaged: layout ${id} has another SHA-256`);
    return { id, btf };
  }
}
