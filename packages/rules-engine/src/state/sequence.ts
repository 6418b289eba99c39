import type { Detection, Event, Handlers, Value } from '../signature/signature';
import { type Duration, nanoseconds } from './duration';
import { storeOf } from './evictions';
import { type Key, keyFunction } from './key';
import { type Step, stepHandlers } from './step';
import { Store } from './store';

type Data = { readonly [name: string]: Value };

/** The steps up to one, at their latest: what begins later lasts longer, so that no other beginning is needed. */
interface Reached {
  /** ns since boot, of the first step */
  readonly begun: bigint;
  readonly data: Data;
}

export interface Remembered {
  /** Keys remembered at once. */
  readonly max?: number;
}

const defaultMax = 10_000;

/**
 * Steps that follow each other, other events between them allowed: `sequence([a, b]).by('process').within('30s')` are
 * handlers that find it. The data of the finding is what the steps keep. At most `max` keys are remembered, one
 * entry a step each.
 */
export function sequence(steps: readonly Step[]): Keyed {
  if (steps.length < 2) throw new Error(`sequence: ${steps.length} steps: not two or more`);
  return keyed((key, duration, { max = defaultMax }) => {
    const length = nanoseconds(duration);
    const store = new Store<string, (Reached | undefined)[]>({ max, ttl: duration });
    const take = (event: Event, held: readonly number[]): Detection | undefined => {
      const of = key(event);
      if (of === undefined) return undefined;
      const now = event.timestamp;
      const reached = store.get(of, now) ?? [];
      let isNew = false;
      // The last step first: an event that is two steps moves a sequence on by one.
      for (const at of [...held].reverse()) {
        const before = at === 0 ? { begun: now, data: {} } : reached[at - 1];
        if (before === undefined || now - before.begun > length) continue;
        const data = { ...before.data, ...steps[at]?.keep?.(event) };
        if (at === steps.length - 1) {
          store.delete(of);
          return { data };
        }
        reached[at] = { begun: before.begun, data };
        isNew = true;
      }
      if (isNew) store.set(of, reached, now);
      return undefined;
    };
    return withStore(stepHandlers(steps, take), store);
  });
}

export interface Keyed {
  /** What the events must have in common. */
  by(key: Key): { within(duration: Duration, remembered?: Remembered): Handlers };
}

export const keyed = (
  make: (key: (event: Event) => string | undefined, duration: Duration, remembered: Remembered) => Handlers,
): Keyed => ({
  by: (key) => ({ within: (duration, remembered = {}) => make(keyFunction(key), duration, remembered) }),
});

/** The store is counted with the signature's own, and is no handler. */
export const withStore = (handlers: Handlers, store: unknown): Handlers =>
  Object.defineProperty(handlers, storeOf, { value: store });
