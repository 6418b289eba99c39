import { performance } from 'node:perf_hooks';
import type { Subscriber } from './subscriber';

/** One call in this many is timed: the clock costs as much as a signature. A power of two. */
export const sampleEvery = 64;

const windowMilliseconds = 1000;
/** A signature may take a quarter of the time of the matching thread ... */
const share = 0.25;
/** ... or as long as its calls are short: then there are only many events, ms. */
const shortCall = 0.02;
/** A pause of the machine falls on somebody: one window is no proof, nor are few samples. */
const strikes = 3;
const fewSamples = 20;

/** Finds signatures that are slow, from samples. */
export class TimeBudget {
  private began = performance.now();

  /** Adds a timed call; who has spent its budget when a window ends. */
  add(subscriber: Subscriber, milliseconds: number, all: readonly Subscriber[]): Subscriber[] {
    subscriber.sampledTime += milliseconds;
    subscriber.samples++;
    const now = performance.now();
    const length = now - this.began;
    if (length < windowMilliseconds) return [];
    this.began = now;
    return all.filter((one) => {
      const isSlow =
        one.samples >= fewSamples &&
        one.sampledTime / one.samples > shortCall &&
        (one.sampledTime * sampleEvery) / length > share;
      one.strikes = isSlow ? one.strikes + 1 : 0;
      one.sampledTime = 0;
      one.samples = 0;
      return one.strikes >= strikes;
    });
  }
}
