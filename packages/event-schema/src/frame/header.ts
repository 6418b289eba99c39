import { contextFields } from '../../events/context';
import { events as allEvents, fingerprint as ownFingerprint } from '../generated/catalogue';
import { Bytes } from './bytes';
import { Damage } from './error';
import { formatVersion, frameKinds } from './format';
import { readPayload, type Value, writeValue } from './msgpack';
import { Fields } from './payload';

/** An event as a stream describes it: enough to decode it without knowing it. */
export interface EventShape {
  readonly id: number;
  readonly name: string;
  readonly args: readonly { readonly name: string; readonly type: string }[];
}

/** The first frame of a stream. */
export interface Header {
  /** Version of the format; see `formatVersion`. */
  readonly format: number;
  /** 16 hexadecimal digits over ids, names, types and context. */
  readonly fingerprint: string;
  readonly events: readonly EventShape[];
  readonly context: readonly { readonly name: string; readonly type: string }[];
  /** Unix epoch ns at which the boot clock was 0: epoch time of an event = bootTime + timestamp. */
  readonly bootTime: bigint;
  /** Unix epoch ns at which the collector started. */
  readonly startTime: bigint;
  /** Node name. */
  readonly host: string;
  /** Kernel release. */
  readonly kernel: string;
  /** Machine as in uname: x86_64, aarch64. */
  readonly arch: string;
  /** Version of the collector. */
  readonly collector: string;
  readonly cpus: number;
  /** 'ringbuf' */
  readonly transport: string;
  /** 'typed' or 'raw' */
  readonly probes: string;
  /** Names of the scopes, by their bit, '' for one that has none; absent when none has one. */
  readonly scopes?: readonly string[];
}

/** What a writer gives; the rest is this build's own schema. */
export type HeaderInput = Partial<Omit<Header, 'events'>> & { readonly events?: readonly EventShape[] };

/** A whole header frame. Without `events`: every event of this build. */
export function encodeHeader(input: HeaderInput = {}): Buffer {
  const out = new Bytes();
  writeHeader(out, input);
  return out.take();
}

export function writeHeader(out: Bytes, input: HeaderInput): void {
  const header: { [key: string]: Value } = {
    format: input.format ?? formatVersion,
    fingerprint: input.fingerprint ?? ownFingerprint,
    events: (input.events ?? allEvents).map(({ id, name, args }) => [id, name, args.map((a) => [a.name, a.type])]),
    context: (input.context ?? contextFields).map(({ name, type }) => [name, type]),
    bootTime: input.bootTime ?? 0n,
    startTime: input.startTime ?? 0n,
    host: input.host ?? '',
    kernel: input.kernel ?? '',
    arch: input.arch ?? '',
    collector: input.collector ?? '',
    cpus: input.cpus ?? 0,
    transport: input.transport ?? '',
    probes: input.probes ?? '',
    ...(input.scopes === undefined || input.scopes.length === 0 ? {} : { scopes: [...input.scopes] }),
  };
  out.frame(frameKinds.header, () => writeValue(out, header));
}

/** A header from its payload. The version is looked at first: nothing else is promised about another one. */
export function readHeader(buffer: Buffer, at: number, end: number): Header {
  const fields = Fields.from('a header', readPayload(buffer, at, end));
  const format = fields.number('format');
  if (format !== formatVersion) {
    const remedy = format > formatVersion ? 'update the reader' : 'read it with the version that wrote it';
    throw new Damage(`format version ${format}, while this reader knows ${formatVersion}`, 'format-version', remedy);
  }
  const text = (name: string) => (fields.has(name) ? fields.text(name) : '');
  return {
    format,
    fingerprint: fields.text('fingerprint'),
    events: eventShapes(fields.array('events')),
    context: fields.array('context').map(namedType),
    bootTime: fields.bigint('bootTime'),
    startTime: fields.has('startTime') ? fields.bigint('startTime') : 0n,
    host: text('host'),
    kernel: text('kernel'),
    arch: text('arch'),
    collector: text('collector'),
    cpus: fields.has('cpus') ? fields.number('cpus') : 0,
    transport: text('transport'),
    probes: text('probes'),
    ...(fields.has('scopes')
      ? { scopes: fields.array('scopes').map((name) => (typeof name === 'string' ? name : '')) }
      : {}),
  };
}

function eventShapes(values: readonly Value[]): EventShape[] {
  const shapes = values.map(eventShape);
  const ids = new Set(shapes.map(({ id }) => id));
  if (ids.size < shapes.length) throw new Damage('a header with two events of one id');
  return shapes;
}

const isEventId = (id: Value | undefined): id is number =>
  Number.isInteger(id) && (id as number) >= 0 && (id as number) <= 0xffff;

function eventShape(value: Value): EventShape {
  const [id, name, args] = Array.isArray(value) ? value : [];
  if (!isEventId(id) || typeof name !== 'string' || !Array.isArray(args)) {
    throw new Damage('a header with an event that is not [id, name, arguments]');
  }
  const shape = { id, name, args: args.map(namedType) };
  const names = new Set(shape.args.map((arg) => arg.name));
  if (names.size < args.length) throw new Damage(`a header whose event ${name} has two arguments of one name`);
  return shape;
}

function namedType(value: Value): { name: string; type: string } {
  const [name, type] = Array.isArray(value) ? value : [];
  if (typeof name !== 'string' || typeof type !== 'string')
    throw new Damage('a header with an entry that is not [name, type]');
  return { name, type };
}
