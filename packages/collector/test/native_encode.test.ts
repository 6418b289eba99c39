import { contextFields, type EventDefinition, events, type WireType, wireTypes } from '@tracee/event-schema';
import fc from 'fast-check';
import { contextStruct } from '../../event-schema/generate/kernel_header';
import { encode, encodeRecords } from './native/encode';
import { expectedFrame } from './native/expected_frame';
import { kinds, readFrames } from './native/frames';
import { isBlob, type KernelValue, makeRecord, type RecordValues } from './native/records';

const host = Buffer.from('node-1');
const openat = events.find((event) => event.name === 'openat') as EventDefinition;
const text = (value: string) => Buffer.from(value);
/** Offsets in an openat record: the context, then registers of 8 bytes; the path is the second. */
const { size: args, offsets: inContext } = contextStruct();
const path = args + 8;
const id = inContext.event_id as number;

const openatRecord = (pathname: KernelValue, more: Partial<RecordValues> = {}): Buffer =>
  makeRecord(openat, { context: { eventId: 257n }, host, args: [-100n, pathname, 0o2000000n, 0n], ...more });
const framesOf = (...records: Uint8Array[]) => readFrames(encode(records));
const argsOf = (record: Uint8Array): unknown => (framesOf(record).at(-1)?.value as unknown[] | undefined)?.[25];

const blobOf = (type: WireType): fc.Arbitrary<KernelValue> => {
  const length = type === 'i32x2' ? 8 : type === 'timespec' ? 16 : undefined;
  if (length !== undefined) return fc.uint8Array({ minLength: length, maxLength: length });
  if (type === 'u64s')
    return fc.array(fc.bigInt(0n, 2n ** 64n - 1n)).map((all) => new Uint8Array(BigUint64Array.from(all).buffer));
  return fc.uint8Array({ maxLength: 300 });
};
const integer = fc.bigInt(0n, 2n ** 64n - 1n);
const anyValue = (type: WireType): fc.Arbitrary<KernelValue> =>
  isBlob(type)
    ? fc.oneof({ weight: 5, arbitrary: blobOf(type) }, { weight: 1, arbitrary: fc.constant<KernelValue>('fault') })
    : integer;
const contextOf = (event: EventDefinition): fc.Arbitrary<RecordValues['context']> =>
  fc
    .record(
      Object.fromEntries(
        contextFields.map(({ name, type }) => [name, type === 'comm' ? fc.uint8Array({ maxLength: 16 }) : integer]),
      ),
    )
    .map((fields) => ({ ...fields, eventId: BigInt(event.id) }));
const recordOf = (event: EventDefinition): fc.Arbitrary<RecordValues> =>
  fc.record({
    context: contextOf(event),
    host: fc.constant(host),
    args: fc.tuple(...event.args.map(({ type }) => anyValue(type))),
  });

test('every event, with any values, becomes exactly the frame of its definition', () => {
  for (const event of events) {
    fc.assert(
      fc.property(recordOf(event), (values) => {
        const [dictionary, frame, ...rest] = framesOf(makeRecord(event, values));
        expect(dictionary?.value).toEqual([1, 1, 'node-1']);
        expect(frame?.bytes.toString('hex')).toBe(expectedFrame(event, values, 1).toString('hex'));
        expect(rest).toHaveLength(0);
      }),
      { numRuns: 10 },
    );
  }
});

test('text that is not UTF-8 stays as it is', () => {
  const frame = framesOf(openatRecord(Buffer.from([0x2f, 0xff, 0xfe, 0xc3]))).at(-1);
  expect(frame?.bytes.includes(Buffer.from([0xda, 0, 4, 0x2f, 0xff, 0xfe, 0xc3]))).toBe(true);
});

test('what could not be read is nil', () => {
  expect(argsOf(openatRecord('fault'))).toEqual([-100, null, 0o2000000, 0]);
});

test('each host gets one dictionary frame, before its first event; no name is index 0', () => {
  const of = (name: string) => openatRecord(text('/'), { host: text(name) });
  const frames = framesOf(of('a'), of('b'), of('a'), of(''), of('b'), of('0123456789abcdef-cut'));
  expect(frames.filter((frame) => frame.kind === kinds.dictionary).map((frame) => frame.value)).toEqual([
    [1, 1, 'a'],
    [1, 2, 'b'],
    [1, 3, '0123456789abcdef'],
  ]);
  const hosts = frames.filter((frame) => frame.kind === kinds.event).map((frame) => (frame.value as unknown[])[21]);
  expect(hosts).toEqual([1, 2, 1, 0, 2, 3]);
});

test('hosts without end take the oldest index anew, and events follow', () => {
  const names = Array.from({ length: 5000 }, (_, i) => `host-${i}`);
  const meaning = new Map<unknown, unknown>();
  const seen: unknown[] = [];
  for (const frame of framesOf(
    ...[...names, 'host-4999', 'host-0'].map((name) => openatRecord(text('/'), { host: text(name) })),
  )) {
    const value = frame.value as unknown[];
    if (frame.kind === kinds.dictionary) meaning.set(value[1], value[2]);
    else seen.push(meaning.get(value[21]));
  }
  expect(seen).toEqual([...names, 'host-4999', 'host-0']);
  expect(Math.max(...[...meaning.keys()].map(Number))).toBe(4096);
});

test('records of any size in one call, more than a chunk', () => {
  const records = Array.from({ length: 2000 }, (_, i) => openatRecord(Buffer.alloc(i, 'x')));
  expect(framesOf(...records).filter((frame) => frame.kind === kinds.event)).toHaveLength(2000);
});

function with16(record: Buffer, value: number, at: number): Buffer {
  record.writeUInt16LE(value, at);
  return record;
}
const damage: [string, (record: Buffer) => Buffer][] = [
  ['no bytes', () => Buffer.alloc(0)],
  ['less than a context', (record) => record.subarray(0, args - 1)],
  ['less than its arguments', (record) => record.subarray(0, args + 8 * 3 - 1)],
  ['text that ends behind the record', (record) => with16(record, record.length, path)],
  ['text longer than the record', (record) => with16(record, 0xfffe, path + 2)],
  ['an event that is none', (record) => with16(record, 1999, id)],
  ['an event above all', (record) => with16(record, 0xffff, id)],
];
test.each(damage)('no frame of a record with %s', (_, spoil) => {
  const whole = openatRecord(text('/x'));
  const spoiled = spoil(Buffer.from(openatRecord(text('/y'))));
  const kindsOf = framesOf(spoiled, whole).map((frame) => frame.kind);
  expect(kindsOf.filter((kind) => kind === kinds.event)).toHaveLength(1);
});

test('misuse: lengths that do not fit the bytes', () => {
  expect(() => encodeRecords(Buffer.from([1, 0]))).toThrow('encodeRecords: a length is cut');
  expect(() => encodeRecords(Buffer.from([9, 0, 0, 0, 1]))).toThrow('encodeRecords: a record is cut');
});

/** More, as in native/asan.sh: FUZZ_RECORDS=1000000 */
const fuzzRecords = Number(process.env.FUZZ_RECORDS ?? 50_000);

test('no mutation of a record crashes the encoder or makes a frame that is not well formed', () => {
  const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
  const random = generator(seed);
  const samples = events.flatMap((event) =>
    fc.sample(recordOf(event), { numRuns: 2, seed }).map((values) => makeRecord(event, values)),
  );
  let made = 0;
  for (let done = 0; done < fuzzRecords; done += 1000) {
    const stream = encode(
      Array.from({ length: 1000 }, () => mutate(Buffer.from(samples[random(samples.length)] as Buffer), random)),
    );
    try {
      for (const frame of readFrames(stream)) expectWellFormed(frame);
      made += readFrames(stream).length;
    } catch (error) {
      throw new Error(`FUZZ_SEED=${seed}: ${error}`);
    }
  }
  expect(made).toBeGreaterThan(fuzzRecords / 10);
}, 600_000);

function expectWellFormed({ kind, value }: { kind: number; value: unknown }): void {
  const elements = value as unknown[];
  if (kind === kinds.dictionary && elements.length === 3 && elements[0] === 1 && typeof elements[2] === 'string')
    return;
  const event = events.find(({ id }) => id === elements[0]);
  const given = elements[contextFields.length] as unknown[];
  if (
    kind !== kinds.event ||
    elements.length !== contextFields.length + 1 ||
    event === undefined ||
    given.length !== event.args.length
  ) {
    throw new Error(`frame of kind ${kind} with ${elements.length} elements`);
  }
  event.args.forEach(({ type }, i) => {
    if (given[i] === null ? !isBlob(type) : typeof given[i] !== kindOfValue[wireTypes[type].ts])
      throw new Error(`${event.name}: argument ${i}`);
  });
}
const kindOfValue: Record<string, string> = {
  boolean: 'boolean',
  number: 'number',
  bigint: 'bigint',
  string: 'string',
  Uint8Array: 'object',
  'string[]': 'object',
  'bigint[]': 'object',
  'number[]': 'object',
};

/** Where two bytes of the arguments lie; the last two of a record that has none. */
const inArguments = (record: Buffer, random: (below: number) => number) =>
  Math.min(args, record.length - 2) + random(Math.max(1, record.length - args - 1));

/** Bytes anywhere, lengths, offsets, and the end. */
function mutate(record: Buffer, random: (below: number) => number): Buffer {
  for (let times = random(4); times > 0; times--) {
    const at = random(record.length - 2);
    const kind = random(4);
    if (kind === 0) record[at] = random(256);
    else if (kind === 1)
      record.writeUInt16LE([0, 1, 0xfffe, 0xffff, record.length, record.length - 1][random(6)] as number, at);
    else if (kind === 2) record.writeUInt16LE(random(0x10000), inArguments(record, random));
    else return record.subarray(0, random(record.length + 1));
  }
  return record;
}

/** Numbers below a bound, the same for the same seed (a 32-bit linear congruential generator, Knuth's constants). */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
