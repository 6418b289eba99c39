import { Bytes } from './bytes';
import { frameKinds } from './format';
import { readPayload, type Value, writeValue } from './msgpack';
import { Fields, fieldsOfArray } from './payload';

/** Records of one event since the start: produced = delivered + filtered + ringFull + tooLarge + queueFull + throttled + what is still under way. */
export interface EventCounts {
  readonly id: number;
  readonly produced: bigint;
  readonly delivered: bigint;
  readonly ringFull: bigint;
  readonly tooLarge: bigint;
  readonly queueFull: bigint;
  /** Refused by the filters that are applied behind the kernel; absent where the writer has none. */
  readonly filtered?: bigint;
  /** Held back, since their cgroup had taken its share; absent likewise. */
  readonly throttled?: bigint;
}

/** Totals since the start. */
export interface Totals {
  readonly produced: bigint;
  readonly delivered: bigint;
  readonly lost: bigint;
  readonly events: readonly EventCounts[];
}

/** Sent each second. */
export interface Statistics extends Totals {
  /** ns since boot */
  readonly time: bigint;
  /** Bytes that wait in the collector's queue. */
  readonly queued: number;
}

/** The last frame of a stream that ended as it should. */
export interface End extends Totals {
  /** 'stopped', 'duration' or 'error' */
  readonly reason: string;
  /** ns */
  readonly duration: bigint;
}

type WithoutEvents<T extends Totals> = Omit<T, 'events'> & { readonly events?: readonly EventCounts[] };

const countNames = ['id', 'produced', 'delivered', 'ringFull', 'tooLarge', 'queueFull'] as const;
const appendedNames = ['filtered', 'throttled'] as const;

/** A whole statistics frame. */
export function encodeStatistics(statistics: WithoutEvents<Statistics>): Buffer {
  const out = new Bytes();
  writeStatistics(out, statistics);
  return out.take();
}

/** A whole end frame. */
export function encodeEnd(end: WithoutEvents<End>): Buffer {
  const out = new Bytes();
  writeEnd(out, end);
  return out.take();
}

export function writeStatistics(out: Bytes, statistics: WithoutEvents<Statistics>): void {
  const { time, queued } = statistics;
  out.frame(frameKinds.statistics, () => writeValue(out, { time, ...totals(statistics), queued }));
}

export function writeEnd(out: Bytes, end: WithoutEvents<End>): void {
  const { reason, duration } = end;
  out.frame(frameKinds.end, () => writeValue(out, { ...totals(end), reason, duration }));
}

const totals = ({ produced, delivered, lost, events = [] }: WithoutEvents<Totals>) => ({
  produced,
  delivered,
  lost,
  events: events.map((counts): Value => [...countNames.map((name) => counts[name]), ...appended(counts)]),
});

/** What later versions have added, up to the last that is there. */
const appended = ({ filtered, throttled }: EventCounts): Value[] => {
  if (throttled !== undefined) return [filtered ?? 0n, throttled];
  return filtered === undefined ? [] : [filtered];
};

export function readStatistics(buffer: Buffer, at: number, end: number): Statistics {
  const fields = Fields.from('statistics', readPayload(buffer, at, end));
  return { time: fields.bigint('time'), ...readTotals(fields), queued: Number(fields.bigint('queued')) };
}

export function readEnd(buffer: Buffer, at: number, end: number): End {
  const fields = Fields.from('an end frame', readPayload(buffer, at, end));
  return { ...readTotals(fields), reason: fields.text('reason'), duration: fields.bigint('duration') };
}

function readTotals(fields: Fields): Totals {
  return {
    produced: fields.bigint('produced'),
    delivered: fields.bigint('delivered'),
    lost: fields.bigint('lost'),
    events: (fields.has('events') ? fields.array('events') : []).map(readCounts),
  };
}

function readCounts(value: Value): EventCounts {
  const fields = fieldsOfArray('the counts of an event', value, countNames);
  return {
    id: fields.number('id'),
    produced: fields.bigint('produced'),
    delivered: fields.bigint('delivered'),
    ringFull: fields.bigint('ringFull'),
    tooLarge: fields.bigint('tooLarge'),
    queueFull: fields.bigint('queueFull'),
    ...readAppended(value),
  };
}

function readAppended(value: Value): Pick<EventCounts, 'filtered' | 'throttled'> {
  const names = appendedNames.slice(0, Math.max(0, (value as Value[]).length - countNames.length));
  const fields = fieldsOfArray('the counts of an event', value, [...countNames, ...names]);
  return Object.fromEntries(names.map((name) => [name, fields.bigint(name)]));
}
