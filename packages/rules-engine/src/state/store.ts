import { type Duration, nanoseconds } from './duration';

export interface StoreBounds {
  /** Entries kept; the one that was set longest ago makes room for a new one. */
  readonly max: number;
  /** How long an entry lives after it was set, in event time. */
  readonly ttl: Duration;
}

interface Entry<V> {
  readonly value: V;
  /** ns since boot */
  readonly set: bigint;
}

/**
 * A map for what a signature remembers: bounded, and forgetting by the time of the events instead of a clock, so that a
 * replay remembers what was remembered live. `now` is always event.timestamp.
 */
export class Store<K, V> {
  /** Entries that had to go before their time, as the store was full. A signature may have missed something. */
  evicted = 0;
  /** Least recently set first: what is set again moves to the end. */
  private readonly entries = new Map<K, Entry<V>>();
  private readonly max: number;
  private readonly ttl: bigint;

  constructor({ max, ttl }: StoreBounds) {
    if (!Number.isSafeInteger(max) || max < 1) throw new Error(`store: max is ${max}: not a positive whole number`);
    this.max = max;
    this.ttl = nanoseconds(ttl);
  }

  /** Entries, with those whose time is over and that nobody has looked for since. */
  get size(): number {
    return this.entries.size;
  }

  get(key: K, now: bigint): V | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    if (now - entry.set <= this.ttl) return entry.value;
    this.entries.delete(key);
    return undefined;
  }

  has(key: K, now: bigint): boolean {
    return this.get(key, now) !== undefined;
  }

  /** The entry lives anew from now on. */
  set(key: K, value: V, now: bigint): this {
    this.entries.delete(key);
    this.entries.set(key, { value, set: now });
    for (const [oldest, entry] of this.entries) {
      const isOver = now - entry.set > this.ttl;
      if (!isOver && this.entries.size <= this.max) break;
      if (!isOver) this.evicted++;
      this.entries.delete(oldest);
    }
    return this;
  }

  delete(key: K): boolean {
    return this.entries.delete(key);
  }
}

export const store = <K, V>(bounds: StoreBounds): Store<K, V> => new Store<K, V>(bounds);
