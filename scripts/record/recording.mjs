import { FrameReader, FrameWriter } from '@tracee/event-schema';

/** What stands in a recording for the machine it was made on. */
const host = 'recorded';

/** The part of a capture that a process and its descendants made, as a stream of its own. */
export function recordingOf(capture, pid) {
  const tree = new Set([pid]);
  const kept = [];
  let header;
  const reader = new FrameReader({
    header: (one) => {
      header = one;
    },
    event: (event) => {
      const { eventName, hostProcessId, args } = event;
      const makes = eventName === 'sched_process_fork' ? args.child_pid : undefined;
      if (!tree.has(hostProcessId) && makes !== pid) return;
      if (makes !== undefined) tree.add(makes);
      kept.push({ ...event.materialize(), hostName: host, scopes: 1n });
    },
  });
  reader.push(capture);
  reader.finish();
  const names = new Set(kept.map(({ eventName }) => eventName));
  const { scopes: _, ...rest } = header;
  const writer = new FrameWriter().header({
    ...rest,
    host,
    events: header.events.filter(({ name }) => names.has(name)),
  });
  for (const event of kept) writer.event(event);
  const produced = BigInt(kept.length);
  writer.end({ produced, delivered: produced, lost: 0n, reason: 'stopped', duration: 0n });
  return { bytes: writer.take(), events: kept.length };
}
