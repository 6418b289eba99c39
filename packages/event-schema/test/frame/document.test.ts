import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  contextFields,
  contextOffsets,
  type DictionaryEntry,
  FrameError,
  type FrameErrorCode,
  FrameReader,
  FrameWriter,
  frameErrors,
  wireTypes,
} from '../../src';
import { readDictionary } from '../../src/frame/dictionary';
import { readAll } from '../independent';

const text = readFileSync(join(__dirname, '../../../../docs/frame-format.md'), 'utf8');

/** A `hex` block and what stands behind it. */
interface Vector {
  readonly bytes: Buffer;
  readonly kind: string;
  readonly expected: string;
}

const vectors: Vector[] = [...text.matchAll(/```hex\n(.*?)```\n\n```(json|error)\n(.*?)```/gs)].map(
  ([, hex = '', kind = '', expected = '']) => ({
    bytes: Buffer.from(hex.replace(/\|.*$/gm, '').replace(/\s/g, ''), 'hex'),
    kind,
    expected,
  }),
);
const frames = vectors.filter(({ kind, expected }) => kind === 'json' && !expected.startsWith('[]'));
const stream = Buffer.concat(frames.map(({ bytes }) => bytes));

/** "5n" is a bigint, {"hex": "00"} is bytes. */
function revive(value: unknown): unknown {
  if (typeof value === 'string' && /^-?\d+n$/.test(value)) return BigInt(value.slice(0, -1));
  if (Array.isArray(value)) return value.map(revive);
  if (value === null || typeof value !== 'object') return value;
  if ('hex' in value) return new Uint8Array(Buffer.from(value.hex as string, 'hex'));
  return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, revive(element)]));
}

const parsed = frames.map(({ bytes, expected }) => {
  const [kind, value] = Object.entries(revive(JSON.parse(expected)) as object)[0] as [string, unknown];
  return { kind, value, bytes };
});

/** The table under a heading row, without it. */
const table = (heading: string) =>
  text
    .slice(text.indexOf(heading))
    .split('\n\n')[0]
    ?.split('\n')
    .slice(2)
    .map((row) => row.split('|').map((cell) => cell.trim().replace(/^`|`$/g, ''))) as string[][];

describe('docs/frame-format.md', () => {
  test('shows a frame of every kind', () => {
    expect(parsed.map(({ kind }) => kind)).toEqual([
      'header',
      'dictionary',
      'dictionary',
      'dictionary',
      'dictionary',
      'dictionary',
      'dictionary',
      'dictionary',
      'event',
      'loss',
      'statistics',
      'end',
    ]);
    expect(vectors.filter(({ kind }) => kind === 'error')).toHaveLength(5);
    expect(text.match(/```hex/g)).toHaveLength(vectors.length);
  });

  test('the stream reads as its JSON', () => {
    const shown = parsed.filter(({ kind }) => kind !== 'dictionary');
    const seen = readAll(stream);
    expect(seen.map(({ kind }) => kind)).toEqual(shown.map(({ kind }) => kind));
    for (const [i, { value }] of shown.entries()) expect(seen[i]?.value).toMatchObject(value as object);
  });

  test('the dictionary entries read as their JSON', () => {
    for (const { value, bytes } of parsed.filter(({ kind }) => kind === 'dictionary')) {
      expect(readDictionary(bytes, 6, bytes.length)).toEqual(value);
    }
  });

  test('the JSON is written as the stream', () => {
    const writer = new FrameWriter();
    for (const { kind, value, bytes } of parsed) {
      writer[kind as 'header'](value as never);
      expect(writer.take().toString('hex')).toBe(bytes.toString('hex'));
    }
  });

  test('every wire type is in the table, and its example is written and read', () => {
    const rows = table('| type | TypeScript |');
    expect(rows.map(([, type]) => type)).toEqual(Object.keys(wireTypes));
    for (const [, type, ts, , example, bytes] of rows) {
      expect(ts).toBe(wireTypes[type as 'u8'].ts);
      const value = revive(JSON.parse(example as string));
      const events = [{ id: 1, name: 'e', args: [{ name: 'a', type: type as string }] }];
      const written = new FrameWriter()
        .header({ fingerprint: '0', events })
        .event({ eventName: 'e', args: { a: value } } as never)
        .take();
      const seen = readAll(written)[1]?.value as { args: unknown };
      expect(seen.args).toEqual({ a: value });
      expect(written.toString('hex').endsWith(`dc0001${bytes?.replace(/ /g, '')}`)).toBe(true);
    }
  });

  test('every context field is in the table, at its offset', () => {
    const rows = table('| offset | field |').map(([, offset, name, type, doc]) => [Number(offset), name, type, doc]);
    expect(rows).toEqual(contextFields.map(({ name, type, doc }) => [contextOffsets[name], name, type, doc]));
  });

  test('every error code is in the table', () => {
    const rows = table('| code | |').map(([, code, means]) => [code, means]);
    expect(rows).toEqual(Object.entries(frameErrors));
  });

  test.each(
    vectors
      .filter(({ kind }) => kind === 'error')
      .map(({ bytes, expected }) => [...expected.trim().split('\n'), bytes] as [FrameErrorCode, string, Buffer]),
  )('damage after the stream: %s', (code, message, bytes) => {
    const reader = new FrameReader({});
    reader.push(stream);
    const read = () => {
      reader.push(bytes);
      reader.finish();
    };
    expect(read).toThrow(expect.objectContaining({ code, message, offset: stream.length, constructor: FrameError }));
  });

  test('what is no damage', () => {
    for (const { bytes } of vectors.filter(({ expected }) => expected.startsWith('[]'))) {
      expect(readAll(Buffer.concat([stream, bytes]))).toHaveLength(readAll(stream).length);
    }
  });

  test('the entries of a dictionary may be of any kind', () => {
    const kinds = parsed
      .filter(({ kind }) => kind === 'dictionary')
      .map(({ value }) => (value as DictionaryEntry).dictionary);
    expect(kinds).toEqual(['host', 'executable', 'container', 'container', 'scope', 'event', 'process']);
  });
});
