import { type EventDefinition, events, findEvent, type Loss } from '@tracee/event-schema';
import type { Meta } from '../signature/meta';
import type { Signature } from '../signature/signature';
import type { Finding, FindingLoss } from './finding';

/** How far back from a finding a loss is told with it, where the signature says nothing else. */
export const defaultWindowMs = 10_000;
/** Losses of an event that are no further apart become one: a flood has thousands of them. */
const mergeNs = 100_000_000n;
const unknown = 'unknown';

interface Lost {
  readonly event: string;
  /** Whose events were held back; undefined for other reasons. */
  readonly cgroup: bigint | undefined;
  count: bigint;
  first: bigint;
  last: bigint;
}

interface Watcher {
  readonly events: ReadonlySet<string>;
  readonly windowNs: bigint;
  readonly lost: Map<string, bigint>;
}

const names = new Map<number, string>(events.map(({ id, name }: EventDefinition) => [id, name]));

/** What the stream says was lost, by signature: of the events that it asks for, and those that nobody could name. */
export class Losses {
  private readonly watchers: ReadonlyMap<string, Watcher>;
  private readonly longestNs: bigint;
  /** The newest last; none that ended before the longest window. */
  private recent: Lost[] = [];

  constructor(signatures: readonly Signature[]) {
    this.watchers = new Map(signatures.map(({ meta, on }) => [meta.id, watcher(meta, Object.keys(on))]));
    const windows = [...this.watchers.values()].map(({ windowNs }) => windowNs);
    // biome-ignore lint/complexity/useMathMinMax: Math.max takes no bigint
    this.longestNs = windows.reduce((longest, ns) => (ns > longest ? ns : longest), 0n);
  }

  /** Another stream: its clock says nothing about the losses of the one before. */
  stream(): void {
    this.recent = [];
  }

  add({ eventId, count, firstTimestamp, lastTimestamp, cgroupId: cgroup }: Loss): void {
    const event = eventId === null ? unknown : (names.get(eventId) ?? unknown);
    for (const { events, lost } of this.watchers.values())
      if (event === unknown || events.has(event)) lost.set(event, (lost.get(event) ?? 0n) + count);
    this.recent = this.recent.filter(({ last }) => last + this.longestNs >= lastTimestamp);
    const near = this.recent.find(
      (one) => one.event === event && one.cgroup === cgroup && firstTimestamp <= one.last + mergeNs,
    );
    if (near === undefined) {
      this.recent.push({ event, cgroup, count, first: firstTimestamp, last: lastTimestamp });
      return;
    }
    near.count += count;
    if (firstTimestamp < near.first) near.first = firstTimestamp;
    if (lastTimestamp > near.last) near.last = lastTimestamp;
  }

  /** The finding, with the loss in the window of its signature that the stream told before its event. */
  attach(finding: Finding): Finding {
    const watched = this.recent.length === 0 ? undefined : this.watchers.get(finding.meta.id);
    if (watched === undefined) return finding;
    const { timestamp, unixTime } = finding.event;
    const overlapping = this.recent.filter(
      ({ event, first, last }) =>
        (event === unknown || watched.events.has(event)) && last + watched.windowNs >= timestamp && first <= timestamp,
    );
    return overlapping.length === 0 ? finding : { ...finding, loss: together(overlapping, unixTime - timestamp) };
  }

  /** A sentence for each signature that may have missed something. */
  remarks(): string[] {
    return [...this.watchers].flatMap(([id, { lost }]) => {
      if (lost.size === 0) return [];
      const total = [...lost.values()].reduce((sum, count) => sum + count, 0n);
      const parts = [...lost].map(([event, count]) => `${event} ${count}`).join(', ');
      return [`signature ${id}: may have missed findings: ${total} events that it watches were lost (${parts})`];
    });
  }
}

const watcher = (meta: Meta, events: readonly string[]): Watcher => ({
  events: new Set(events.filter((name) => findEvent(name) !== undefined)),
  windowNs: BigInt(Math.round((meta.window ?? defaultWindowMs) * 1e6)),
  lost: new Map(),
});

function together(losses: readonly Lost[], bootTime: bigint): FindingLoss {
  const events: Record<string, bigint> = {};
  const cgroups: Record<string, bigint> = {};
  let [count, first, last] = [0n, (losses[0] as Lost).first, (losses[0] as Lost).last];
  for (const one of losses) {
    events[one.event] = (events[one.event] ?? 0n) + one.count;
    if (one.cgroup !== undefined) cgroups[`${one.cgroup}`] = (cgroups[`${one.cgroup}`] ?? 0n) + one.count;
    count += one.count;
    if (one.first < first) first = one.first;
    if (one.last > last) last = one.last;
  }
  const times = { firstTimestamp: bootTime + first, lastTimestamp: bootTime + last };
  return { count, ...times, events, ...(Object.keys(cgroups).length === 0 ? {} : { cgroups }) };
}
