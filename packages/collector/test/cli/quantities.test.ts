import { durationMs, queueBytes, ringBytes } from '../../src/cli/quantities';

it.each([
  ['10s', 10_000],
  ['500ms', 500],
  ['2m', 120_000],
  ['1h', 3_600_000],
  ['3', 3000],
  ['1.5s', 1500],
  [' 7 S ', 7000],
])('duration %s is %d ms', (text, ms) => expect(durationMs(text)).toBe(ms));

it.each([
  ['32MiB', 32 << 20],
  ['8M', 8 << 20],
  ['4096', 4096],
  ['4k', 4096],
  ['1g', 1 << 30],
])('ring of %s is %d bytes', (text, bytes) => expect(ringBytes(text)).toBe(bytes));

it.each([
  ['256MB', 256_000_000],
  ['1GiB', 1 << 30],
  ['1048576', 1 << 20],
])('queue of %s is %d bytes', (text, bytes) => expect(queueBytes(text)).toBe(bytes));

it.each([
  [durationMs, 'soon', 'not a number with a unit'],
  [durationMs, '', 'not a number'],
  [durationMs, '10d', 'not a number'],
  [durationMs, '-1s', 'not a number'],
  [durationMs, '0', 'out of range'],
  [durationMs, '600h', 'out of range'],
  [ringBytes, '5MiB', 'not a power of two'],
  [ringBytes, '2k', 'not a power of two'],
  [ringBytes, '4GiB', 'not a power of two'],
  [ringBytes, '32MB', 'not a power of two'],
  [queueBytes, '1k', 'too small'],
  [queueBytes, 'much', 'not a number'],
])('%p %s: %s', (parse, text, found) => {
  expect(() => parse(text)).toThrow(found);
  expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'usage' }));
});
