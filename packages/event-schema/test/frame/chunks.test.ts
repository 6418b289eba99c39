import fc from 'fast-check';
import { corpus } from '../../fuzz/corpus';
import { FrameError, FrameReader, FrameWriter } from '../../src';
import { agreed } from '../independent';

const stream = agreed(corpus());

/** What a reader hands over when the stream comes in chunks that end at `ends`. */
function inChunks(bytes: Buffer, ends: readonly number[]): unknown[] {
  const seen: unknown[] = [];
  const reader = new FrameReader({
    header: (header) => seen.push(header),
    event: (event) => seen.push(event.materialize()),
    loss: (loss) => seen.push(loss),
    statistics: (statistics) => seen.push(statistics),
    end: (end) => seen.push(end),
  });
  let from = 0;
  for (const end of [...ends, bytes.length].sort((a, b) => a - b)) {
    // what the caller does with its one buffer: it is overwritten as soon as push returns
    const chunk = Buffer.from(bytes.subarray(from, end));
    reader.push(chunk);
    chunk.fill(0xee);
    from = end;
  }
  reader.finish();
  expect(reader.offset).toBe(bytes.length);
  expect(reader.ended).toBe(true);
  return seen;
}

const whole = inChunks(stream, []);

describe('chunks', () => {
  test('a border at any byte changes nothing', () => {
    expect(whole).toHaveLength(8);
    for (let border = 0; border <= stream.length; border++) expect(inChunks(stream, [border])).toEqual(whole);
  });

  test('single bytes change nothing', () => {
    expect(inChunks(stream, Array.from(stream.keys()))).toEqual(whole);
  });

  test('borders anywhere change nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length), { maxLength: 12 }), (ends) => {
        expect(inChunks(stream, ends)).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  test('only the given length of a chunk is read', () => {
    const chunk = Buffer.alloc(2 * stream.length, 0xc9);
    chunk.set(stream);
    const reader = new FrameReader({});
    reader.push(chunk, stream.length);
    reader.finish();
    expect(reader.events).toBe(4);
  });

  test('a chunk may be any Uint8Array, also a window into a larger buffer', () => {
    const wide = new Uint8Array(stream.length + 20);
    wide.set(stream, 7);
    const reader = new FrameReader({});
    reader.push(wide.subarray(7, 7 + stream.length));
    reader.finish();
    expect(reader.events).toBe(4);
  });

  test('a frame of the largest size in small chunks', () => {
    const path = 'p'.repeat(65535);
    const big = new FrameWriter()
      .header()
      .event({ eventName: 'execve', args: { pathname: path, argv: new Array(13).fill(path) } })
      .take();
    const lengths: number[] = [];
    const reader = new FrameReader({
      event: (event) => lengths.push((event.args as { argv: string[] }).argv.join('').length),
    });
    for (let from = 0; from < big.length; from += 4096) reader.push(big.subarray(from, from + 4096));
    reader.finish();
    expect(lengths).toEqual([13 * 65535]);
  });

  test('the stream cut after any byte is truncated there, or whole', () => {
    const starts = new Set(frameStarts(stream));
    for (let length = 0; length < stream.length; length++) {
      const reader = new FrameReader({});
      reader.push(stream.subarray(0, length));
      if (length > 0 && starts.has(length)) {
        reader.finish();
        continue;
      }
      const start = Math.max(...[...starts].filter((at) => at <= length));
      expect(() => reader.finish()).toThrow(
        expect.objectContaining({ code: 'truncated', offset: start, constructor: FrameError }),
      );
      expect(() => reader.push(stream)).toThrow(FrameError);
    }
  });
});

function frameStarts(bytes: Buffer): number[] {
  const starts = [];
  for (let at = 0; at < bytes.length; at += 6 + bytes.readUInt32BE(at + 1)) starts.push(at);
  return starts;
}
