import type { Counters } from '../../src/native';

/** What must hold once a session has stopped: every record of every event is accounted for. */
export function expectExact(counters: Counters): void {
  for (const { id, produced, delivered, ringFull, tooLarge, queueFull, filtered, throttled } of counters.events) {
    expect({ id, produced }).toEqual({
      id,
      produced: delivered + filtered + ringFull + tooLarge + queueFull + throttled,
    });
  }
  expect(counters.written).toBe(counters.events.reduce((sum, event) => sum + event.delivered, 0n));
  expect(counters.queued).toBe(0);
}

/** Waits until it holds; fails the test when it does not within 5 s. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 5000; !holds(); ) {
    if (Date.now() > end) throw new Error(`not within 5 s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
