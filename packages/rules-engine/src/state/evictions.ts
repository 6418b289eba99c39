import type { Signature } from '../signature/signature';
import { Store } from './store';

/** Handlers that keep a store of their own say so under this key. */
export const storeOf = Symbol('store');

/** Entries that the stores of a signature gave up before their time. #private fields are not seen. */
export function evictions(signature: Signature): number {
  const stores = new Set<unknown>();
  for (const value of Object.values(signature)) {
    stores.add(value);
    if (typeof value === 'object' && value !== null) stores.add((value as { [storeOf]?: unknown })[storeOf]);
  }
  return [...stores].reduce<number>((sum, held) => (held instanceof Store ? sum + held.evicted : sum), 0);
}
