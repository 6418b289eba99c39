import type { EventDefinition } from '@tracee/event-schema';
import { u64s } from '../filter/filter_bank';

/** The share of each cgroup in the bulk ring, once that is filling. */
export interface Throttle {
  readonly eventsPerSecond: number;
  /** Events that a cgroup may send at once. */
  readonly burst: number;
}

export const defaultThrottle: Throttle = { eventsPerSecond: 50_000, burst: 5_000 };
/** EVENT_IDS of bpf-core/include/record.h. */
const eventIds = 4096;
/** Up to here the ring is for whoever comes; what lies above is shared out. */
const fillingFrom = 3 / 4;
const nsPerSecond = 1e9;

/** control_events of bpf-core/include/maps.h: the events that go through the control ring, by id. */
export function controlEvents(events: readonly EventDefinition[], critical: ReadonlySet<string>): Uint8Array {
  const bytes = new Uint8Array(eventIds);
  for (const { id, name, control } of events) if (control || critical.has(name)) bytes[id] = 1;
  return bytes;
}

/** Its constants of the name throttle_*; undefined throttles nobody. */
export function throttleConstants(throttle: Throttle | undefined, ringBytes: number): Record<string, Uint8Array> {
  const cost = throttle === undefined ? 0 : Math.max(1, Math.round(nsPerSecond / throttle.eventsPerSecond));
  return {
    throttle_cost: u64s(BigInt(cost)),
    throttle_burst: u64s(BigInt(cost) * BigInt(throttle?.burst ?? 0)),
    throttle_above: u64s(BigInt(ringBytes * fillingFrom)),
  };
}
