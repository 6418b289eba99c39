import type { Detection, Event } from '../signature/signature';
import { nanoseconds } from './duration';
import { type Keyed, keyed, withStore } from './sequence';
import { type Step, stepHandlers } from './step';
import { Store } from './store';

/** What was counted, oldest first: when, and what makes it distinct. */
type Counted = { readonly at: bigint; readonly what: string | undefined }[];

export interface Counting extends Keyed {
  /** Counts events that differ in this only: the fifth port, not the fifth connection. undefined is not counted. */
  distinct(what: (event: Event) => string | undefined): Keyed;
}

const maxCount = 10_000;

/**
 * The n-th event of a kind within a time: `count(5).of(step('connect')).by('process').within('10s')`. Counting begins
 * anew after each finding, whose data is `count` and what the last event keeps.
 */
export function count(n: number): { of(...steps: readonly Step[]): Counting } {
  if (!Number.isInteger(n) || n < 2 || n > maxCount)
    throw new Error(`count: ${n}: not a whole number from 2 to ${maxCount}`);
  return {
    of: (...steps) => ({
      ...counting(n, steps, () => undefined, false),
      distinct: (what) => counting(n, steps, what, true),
    }),
  };
}

const counting = (
  n: number,
  steps: readonly Step[],
  whatOf: (event: Event) => string | undefined,
  isDistinct: boolean,
): Keyed =>
  keyed((key, duration, { max = 10_000 }) => {
    const length = nanoseconds(duration);
    const store = new Store<string, Counted>({ max, ttl: duration });
    const take = (event: Event, [first = 0]: readonly number[]): Detection | undefined => {
      const of = key(event);
      const what = whatOf(event);
      if (of === undefined || (isDistinct && what === undefined)) return undefined;
      const now = event.timestamp;
      const counted = (store.get(of, now) ?? []).filter(
        (one) => now - one.at <= length && !(isDistinct && one.what === what),
      );
      counted.push({ at: now, what });
      if (counted.length < n) {
        store.set(of, counted, now);
        return undefined;
      }
      store.delete(of);
      return { data: { count: n, ...steps[first]?.keep?.(event) } };
    };
    return withStore(stepHandlers(steps, take), store);
  });
