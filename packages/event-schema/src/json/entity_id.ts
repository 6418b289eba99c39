const add = 0xe6546b64;
const [c1, c2] = [0xcc9e2d51, 0x1b873593];
const rotate = (x: number, bits: number) => (x << bits) | (x >>> (32 - bits));

/** MurmurHash3, 32 bits, seed 0, of whole words. */
function murmur3(words: readonly number[]): number {
  let hash = 0;
  for (const word of words) {
    hash = rotate(hash ^ Math.imul(rotate(Math.imul(word, c1), 15), c2), 13);
    hash = (Math.imul(hash, 5) + add) | 0;
  }
  hash ^= words.length * 4;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The hash reads little-endian words; id and time go in as big-endian bytes. */
const swapped = (x: number) => ((x << 24) | ((x & 0xff00) << 8) | ((x >>> 8) & 0xff00) | (x >>> 24)) >>> 0;

/** Start times are known from /proc in clock ticks only (USER_HZ 100). */
const tickNs = 10_000_000n;

/** Number of a task that survives the reuse of its id: hash of its host id and its start time (ns since boot, whole ticks). */
export function entityId(hostId: number, startTime: bigint): number {
  const ticks = startTime - (startTime % tickNs);
  return murmur3([swapped(hostId), swapped(Number(ticks >> 32n)), swapped(Number(ticks & 0xffffffffn))]);
}
