import fc from 'fast-check';
import { decodeText, FrameReader, FrameWriter, type WireType, wireTypes } from '../../src';
import { agreed, eventsOf } from '../independent';

const integer = (bits: number, signed: boolean) =>
  fc.bigInt(
    signed
      ? { min: -(1n << BigInt(bits - 1)), max: (1n << BigInt(bits - 1)) - 1n }
      : { min: 0n, max: (1n << BigInt(bits)) - 1n },
  );
const small = (bits: number, signed: boolean) => integer(bits, signed).map(Number);
/** Where a reader that goes through doubles begins to round. */
const edge = 2n ** 53n + 1n;
const u64 = fc.oneof(fc.constantFrom(0n, edge, 2n ** 63n, 2n ** 64n - 1n), integer(64, false));
const i64 = fc.oneof(fc.constantFrom(0n, edge, -edge, -(2n ** 63n), 2n ** 63n - 1n), integer(64, true));
const bytes = fc.uint8Array({ maxLength: 40 });
/** Any bytes, as what comes from the kernel need not be UTF-8. */
const text = bytes.map((b) => decodeText(Buffer.from(b)));

/** By wire type: any value, and the tag that must stand before it, as docs/frame-format.md gives it. */
const types: Readonly<
  Record<WireType, readonly [value: fc.Arbitrary<unknown>, tag: number | ((value: unknown) => number)]>
> = {
  bool: [fc.boolean(), (value) => (value ? 0xc3 : 0xc2)],
  u8: [small(8, false), 0xcc],
  u16: [small(16, false), 0xcd],
  u32: [small(32, false), 0xce],
  u64: [u64, 0xcf],
  i8: [small(8, true), 0xd0],
  i16: [small(16, true), 0xd1],
  i32: [small(32, true), 0xd2],
  i64: [i64, 0xd3],
  ptr: [u64, 0xcf],
  time: [u64, 0xcf],
  string: [text, 0xda],
  bytes: [bytes, 0xc5],
  strings: [fc.array(text, { maxLength: 5 }), 0xdc],
  u64s: [fc.array(u64, { maxLength: 5 }), 0xdc],
  i32x2: [fc.tuple(small(32, true), small(32, true)), 0xdc],
  timespec: [fc.tuple(i64, i64), 0xdc],
  sockaddr: [bytes, 0xc5],
  cred: [bytes, 0xc5],
};

const argument = fc.constantFrom(...(Object.keys(types) as WireType[])).chain((type) =>
  fc.record({
    type: fc.constant(type),
    value: fc.oneof({ weight: 9, arbitrary: types[type][0] }, { weight: 1, arbitrary: fc.constant(null) }),
  }),
);

/** A stream with one event of these arguments, named a0, a1, ... */
function streamOf(args: readonly { type: string; value: unknown }[]): Buffer {
  const shape = { id: 9, name: 'sample', args: args.map(({ type }, i) => ({ name: `a${i}`, type })) };
  const values = Object.fromEntries(args.map(({ value }, i) => [`a${i}`, value]));
  return new FrameWriter()
    .header({ fingerprint: '0123456789abcdef', events: [shape] })
    .event({ eventName: 'sample', args: values } as never)
    .take();
}

describe('arguments', () => {
  test('the table of this test has every wire type', () => {
    expect(Object.keys(types).sort()).toEqual(Object.keys(wireTypes).sort());
  });

  test('any value of any type survives, with the tag of its full width', () => {
    fc.assert(
      fc.property(fc.array(argument, { maxLength: 24 }), (args) => {
        const stream = agreed(streamOf(args));
        let seen = 0;
        const reader = new FrameReader({
          event(event) {
            seen++;
            for (const [i, { type, value }] of args.entries()) {
              const [, tag] = types[type];
              const expected = value === null ? 0xc0 : typeof tag === 'number' ? tag : tag(value);
              expect(event.buffer[event.argOffset(event.argIndex(`a${i}`))]).toBe(expected);
            }
            expect({ ...event.args }).toEqual(Object.fromEntries(args.map(({ value }, i) => [`a${i}`, value])));
            // a second look gives what was remembered, and the offsets are still those
            expect(Object.values(event.args)).toEqual(args.map(({ value }) => value));
            if (args.length > 0) expect(event.argOffset(0)).toBeGreaterThan(event.payloadOffset);
          },
        });
        reader.push(stream);
        expect(seen).toBe(1);
      }),
      { numRuns: 500 },
    );
  });

  test('a 64-bit value is a bigint however small, a smaller one a number', () => {
    const [event] = eventsOf(
      streamOf([
        { type: 'u64', value: 1n },
        { type: 'i64', value: -1n },
        { type: 'ptr', value: 0n },
        { type: 'u32', value: 4294967295 },
      ]),
    );
    expect(Object.values(event?.args ?? {})).toEqual([1n, -1n, 0n, 4294967295]);
  });

  test('high and low words of a 64-bit value, undefined where there is none', () => {
    const stream = streamOf([
      { type: 'u64', value: 0x8000000100000002n },
      { type: 'i64', value: null },
      { type: 'i64', value: -1n },
    ]);
    const words: unknown[] = [];
    new FrameReader({
      event: (event) => words.push(...[0, 1, 2, 3].map((i) => [event.argHigh(i), event.argLow(i)])),
    }).push(stream);
    expect(words).toEqual([
      [0x80000001, 2],
      [undefined, undefined],
      [0xffffffff, 0xffffffff],
      [undefined, undefined],
    ]);
  });

  test('the longest text there can be, and one byte more', () => {
    const longest = 'x'.repeat(65535);
    const [event] = eventsOf(agreed(streamOf([{ type: 'string', value: longest }])));
    expect(Object.values(event?.args ?? {})).toEqual([longest]);
    expect(() => streamOf([{ type: 'string', value: `${longest}x` }])).toThrow(
      'write event: sample.a0: value: 65536 bytes (at most 65535)',
    );
  });

  test.each([
    ['u8', 256],
    ['i32', 2147483648],
    ['u64', -1n],
    ['i64', 2n ** 63n],
    ['i32x2', [1]],
    ['timespec', [1n, 2n, 3n]],
  ])('a value that its type cannot hold is refused and nothing is written: %s %p', (type, value) => {
    const shape = { id: 9, name: 'sample', args: [{ name: 'a', type }] };
    const writer = new FrameWriter().header({ fingerprint: '0', events: [shape] });
    const header = writer.take();
    expect(() => writer.event({ eventName: 'sample', args: { a: value } } as never)).toThrow(
      /^write event: sample\.a: /,
    );
    expect(header.length).toBeGreaterThan(0);
    expect(writer.take()).toHaveLength(0);
  });
});
