import { decode, decodeMulti, type ExtData } from '@msgpack/msgpack';
import {
  type Container,
  contextFields,
  contextFlags,
  decodeText,
  type End,
  encodeText,
  FrameReader,
  type Header,
  type Labels,
  type Loss,
  type PlainEvent,
  type Statistics,
} from '../src';
import { lossReasons } from '../src/frame/format';

/** A frame as a general msgpack decoder sees it: text as bytes, 64-bit integers as bigint. */
export interface Frame {
  readonly kind: number;
  readonly payload: unknown;
}

export const decodeFrames = (stream: Uint8Array): Frame[] =>
  [...decodeMulti(stream)].map((frame) => {
    const { type, data } = frame as ExtData;
    return { kind: type, payload: decode(data as Uint8Array, { useBigInt64: true, rawStrings: true }) };
  });

const asText = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return decodeText(Buffer.from(value));
  if (Array.isArray(value)) return value.map(asText);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, asText(element)]));
};

type Seen =
  | { kind: 'header'; value: Header }
  | { kind: 'event'; value: PlainEvent }
  | { kind: 'loss'; value: Loss }
  | { kind: 'statistics'; value: Statistics }
  | { kind: 'end'; value: End };

/** Everything that our reader hands over, in order. */
export function readAll(stream: Uint8Array): Seen[] {
  const seen: Seen[] = [];
  const reader = new FrameReader({
    header: (value) => seen.push({ kind: 'header', value }),
    event: (event) => seen.push({ kind: 'event', value: event.materialize() }),
    loss: (value) => seen.push({ kind: 'loss', value }),
    statistics: (value) => seen.push({ kind: 'statistics', value }),
    end: (value) => seen.push({ kind: 'end', value }),
  });
  reader.push(stream);
  reader.finish();
  return seen;
}

export const eventsOf = (stream: Uint8Array): PlainEvent[] =>
  readAll(stream).flatMap((one) => (one.kind === 'event' ? [one.value] : []));

/** Reads a whole stream with both decoders, compares every frame, and gives the stream back. */
export function agreed(stream: Buffer): Buffer {
  const ours = readAll(stream);
  const theirs = decodeFrames(stream);
  const dictionary = new Map<string, unknown>();
  let next = 0;
  for (const { kind, payload } of theirs) {
    if (kind === 3) {
      const [which, index, ...texts] = asText(payload) as [number, number, ...string[]];
      dictionary.set(`${which}/${index}`, texts);
    } else expect(plain(ours[next++] as Seen, dictionary)).toEqual(theirPlain(kind, payload));
  }
  expect(next).toBe(ours.length);
  return stream;
}

/** What an independent decoder must have seen for what our reader says. */
function plain(seen: Seen, dictionary: ReadonlyMap<string, unknown>): unknown {
  if (seen.kind === 'header') {
    const { events, context, ...rest } = seen.value;
    const pairs = (named: readonly { name: string; type: string }[]) => named.map(({ name, type }) => [name, type]);
    return { ...rest, events: events.map(({ id, name, args }) => [id, name, pairs(args)]), context: pairs(context) };
  }
  if (seen.kind === 'loss') {
    const { reason, eventId, ...rest } = seen.value;
    return Object.values({
      ...rest,
      reason: reason === 'unknown' ? 0 : lossReasons[reason],
      eventId: eventId ?? 0xffff,
    });
  }
  if (seen.kind !== 'event') return { ...seen.value, events: seen.value.events.map(Object.values) };
  const event = seen.value as unknown as Record<string, unknown>;
  const values = contextFields.map(({ name }) => contextValue(event, name, dictionary));
  const args = seen.value.args as Readonly<Record<string, unknown>>;
  return { values, args: seen.value.definition.args.map(({ name, type }) => asSent(type, args[name])) };
}

/** Text as the bytes that must have been sent. */
function asSent(type: string, value: unknown): unknown {
  if (type === 'string' && typeof value === 'string') return new Uint8Array(encodeText(value));
  if (type === 'strings' && Array.isArray(value)) return value.map((text) => asSent('string', text));
  return value;
}

function contextValue(event: Record<string, unknown>, name: string, dictionary: ReadonlyMap<string, unknown>): unknown {
  const index = (which: number, texts: readonly unknown[]) => {
    if (texts.every((text) => text === '')) return 0;
    const entry = [...dictionary].find(
      ([key, value]) => key.startsWith(`${which}/`) && JSON.stringify(value) === JSON.stringify(texts),
    );
    return Number(entry?.[0].split('/')[1]);
  };
  const container: Record<Exclude<keyof Container, 'labels'>, unknown> = {
    id: event.containerId,
    image: event.containerImage,
    digest: event.containerImageDigest,
    name: event.containerName,
    podName: event.podName,
    podNamespace: event.podNamespace,
    podUid: event.podUID,
    runtime: event.containerRuntime,
  };
  if (name === 'host') return index(1, [event.hostName]);
  if (name === 'container')
    return index(2, [...Object.values(container), ...Object.entries(event.containerLabels as Labels).flat()]);
  if (name === 'executable') return index(3, [event.executablePath]);
  if (name !== 'flags') return event[name];
  const flags = event.contextFlags as Record<string, boolean>;
  return Object.entries(contextFlags).reduce((bits, [flag, bit]) => bits | (flags[flag] ? bit : 0), 0);
}

/** The independent decoder's payload in the same shape. */
function theirPlain(kind: number, payload: unknown): unknown {
  if (kind === 4) {
    const [timestamp, cpu, reason, eventId, count, first, last, ...appended] = payload as unknown[];
    return [timestamp, cpu, count, first, last, ...appended, reason, eventId];
  }
  if (kind !== 2) return asText(payload);
  const all = payload as unknown[];
  const comm = Buffer.from(all[contextFields.length - 1] as Uint8Array);
  const nul = comm.indexOf(0);
  const values = [...all.slice(0, contextFields.length - 1), decodeText(comm, 0, nul < 0 ? comm.length : nul)];
  return { values, args: all[contextFields.length] };
}
