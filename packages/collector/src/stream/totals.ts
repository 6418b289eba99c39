import type { Totals } from '@tracee/event-schema';
import type { Counters } from '../native';

/** Sums over all events: what was produced, delivered, and lost for any reason. What the filters refused behind the kernel is neither. */
export function totals({ events }: Pick<Counters, 'events'>): Totals {
  let produced = 0n;
  let delivered = 0n;
  let lost = 0n;
  for (const event of events) {
    produced += event.produced;
    delivered += event.delivered;
    lost += event.ringFull + event.tooLarge + event.queueFull + event.throttled;
  }
  return { produced, delivered, lost, events };
}
