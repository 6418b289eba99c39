import { isDeepStrictEqual } from 'node:util';
import type { LazyEvent } from '../src';
import { frameHeadBytes } from '../src/frame/format';
import { corpus } from './corpus';
import { mutate } from './mutate';
import { Random } from './random';
import { pieces, read, touch, whole } from './read';

/** One stream in so many is read a second time in small pieces, which must come to the same. */
const pieceEvery = 16;
/** Most streams keep the header, which nearly every change would make unreadable with all that follows. */
const headerEvery = 8;
/** A stream of a few KiB that takes longer is a hang; a busy machine alone can stop a process for a second or two. */
const slowestMs = 20_000;

export interface FuzzResult {
  readonly streams: number;
  /** How many streams ended in which code; 'none' for those that were still valid. */
  readonly damage: ReadonlyMap<string, number>;
  readonly slowestMs: number;
}

/** Reads `streams` mutations of a valid stream. Throws, naming the seed and the stream, when the reader does anything but read or report. */
export function fuzz(streams: number, seed: number, progress?: (done: number) => void): FuzzResult {
  const random = new Random(seed);
  const original = corpus();
  const headerBytes = frameHeadBytes + original.readUInt32BE(1);
  const buffer = Buffer.alloc(2 * original.length + 4096);
  const damage = new Map<string, number>();
  let slowest = 0;
  for (let i = 0; i < streams; i++) {
    const stream = buffer.subarray(0, mutate(original, buffer, random, i % headerEvery === 0 ? 0 : headerBytes));
    const start = performance.now();
    try {
      const code = readOne(stream, i % pieceEvery === 0 ? random : undefined);
      damage.set(code, (damage.get(code) ?? 0) + 1);
    } catch (error) {
      throw new Error(`fuzz: seed ${seed}, stream ${i}: ${stream.toString('hex')}`, { cause: error });
    }
    slowest = Math.max(slowest, performance.now() - start);
    if (slowest > slowestMs)
      throw new Error(`fuzz: seed ${seed}, stream ${i}: took ${slowest} ms: ${stream.toString('hex')}`);
    if (progress !== undefined && (i + 1) % 100_000 === 0) progress(i + 1);
  }
  return { streams, damage, slowestMs: slowest };
}

const copy = (event: LazyEvent) => event.materialize();

function readOne(stream: Buffer, random: Random | undefined): string {
  const once = read(stream, random === undefined ? touch : copy, whole);
  if (random !== undefined && !isDeepStrictEqual(read(stream, copy, pieces(random)), once)) {
    throw new Error('read in pieces, the stream comes to something else');
  }
  return once.damage?.split(' ', 1)[0] ?? 'none';
}

function main(count: string | undefined, seedText: string | undefined): number {
  const streams = Number(count ?? 1_000_000);
  const seed = Number(seedText ?? 1);
  if (!Number.isSafeInteger(streams) || streams < 1 || !Number.isSafeInteger(seed)) {
    console.error(
      `fuzz: arguments "${count} ${seedText}": not numbers (usage: node dist/fuzz/frames.js [STREAMS [SEED]])`,
    );
    return 2;
  }
  const start = performance.now();
  const seconds = () => ((performance.now() - start) / 1000).toFixed(1);
  const { damage, slowestMs } = fuzz(streams, seed, (done) => {
    if (done % 500_000 === 0) console.error(`${done} of ${streams} streams, ${seconds()} s`);
  });
  const codes = [...damage].sort(([, a], [, b]) => b - a).map(([code, n]) => `${code} ${n}`);
  console.log(
    `${streams} mutated streams in ${seconds()} s, seed ${seed}, slowest ${slowestMs.toFixed(1)} ms; ended: ${codes.join(', ')}`,
  );
  return 0;
}

if (require.main === module) process.exitCode = main(process.argv[2], process.argv[3]);
