import type { Random } from './random';

/** Changes bytes [0, length) of `b` and answers the new length; `b` has room for what is added. */
type Mutation = (b: Buffer, length: number, random: Random) => number;

/** Values at which lengths and tags change their meaning. */
const edges = [
  0x00, 0x01, 0x7f, 0x80, 0xff, 0xc0, 0xc1, 0xc4, 0xc5, 0xc6, 0xc9, 0xca, 0xcf, 0xd3, 0xd4, 0xda, 0xdb, 0xdc, 0xdd,
  0xde, 0xdf, 0xe0,
];

const flipBit: Mutation = (b, length, random) => {
  const at = random.next(length);
  b[at] = (b[at] as number) ^ (1 << random.next(8));
  return length;
};

const setEdge: Mutation = (b, length, random) => {
  b[random.next(length)] = edges[random.next(edges.length)] as number;
  return length;
};

const setByte: Mutation = (b, length, random) => {
  b[random.next(length)] = random.next(256);
  return length;
};

const truncate: Mutation = (_, length, random) => random.next(length);

const insert: Mutation = (b, length, random) => {
  const at = random.next(length);
  const bytes = 1 + random.next(8);
  b.copyWithin(at + bytes, at, length);
  for (let i = 0; i < bytes; i++) b[at + i] = random.next(256);
  return length + bytes;
};

const remove: Mutation = (b, length, random) => {
  const at = random.next(length);
  const bytes = Math.min(1 + random.next(8), length - at);
  b.copyWithin(at, at + bytes, length);
  return length - bytes;
};

/** A range copied to another place, over what is there. */
const splice: Mutation = (b, length, random) => {
  const from = random.next(length);
  const to = random.next(length);
  const bytes = Math.min(1 + random.next(64), length - Math.max(from, to));
  b.copyWithin(to, from, from + bytes);
  return length;
};

/** A range doubled where it stands. */
const repeat: Mutation = (b, length, random) => {
  const at = random.next(length);
  const bytes = Math.min(1 + random.next(256), length - at);
  b.copyWithin(at + bytes, at, length);
  return length + bytes;
};

const mutations: readonly Mutation[] = [
  flipBit,
  flipBit,
  setEdge,
  setEdge,
  setByte,
  truncate,
  insert,
  remove,
  splice,
  repeat,
];

/** One to four mutations of a copy of `seed` in `b`, behind its first `keep` bytes; the length of the result. */
export function mutate(seed: Buffer, b: Buffer, random: Random, keep = 0): number {
  b.set(seed);
  const changed = b.subarray(keep);
  let length = seed.length - keep;
  for (let left = 1 + random.next(4); left > 0 && length > 0; left--) {
    length = (mutations[random.next(mutations.length)] as Mutation)(changed, length, random);
  }
  return keep + length;
}
