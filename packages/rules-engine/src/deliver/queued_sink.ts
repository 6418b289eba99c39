import type { EngineRecord, Finding } from '../match/finding';
import type { Sink } from '../output/sink';
import type { DeliveryQueue } from './queue';

/** How long the end of a run waits for a slow receiver. */
const endMilliseconds = 10_000;

/** Findings for a receiver that may be slow or away: flush never waits. */
export const queuedSink = (
  queue: DeliveryQueue,
  render: { finding(finding: Finding): string; record(record: EngineRecord): string | undefined },
): Sink => ({
  finding: (finding) => queue.add(render.finding(finding)),
  record: (record) => {
    const text = render.record(record);
    if (text !== undefined) queue.add(text);
  },
  flush: () => undefined,
  end: () => Promise.race([queue.end(), new Promise<void>((resolve) => setTimeout(resolve, endMilliseconds).unref())]),
});
