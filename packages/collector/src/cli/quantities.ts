import { CollectError } from '../errors';

const milliseconds: Readonly<Record<string, number>> = { ms: 1, '': 1000, s: 1000, m: 60_000, h: 3_600_000 };
const bytes: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 1024,
  kb: 1000,
  kib: 1024,
  m: 1 << 20,
  mb: 1_000_000,
  mib: 1 << 20,
  g: 1 << 30,
  gb: 1_000_000_000,
  gib: 1 << 30,
};

/** Longest delay of a timer of Node. */
const longestMs = 2 ** 31 - 1;
const pageBytes = 4096;
/** Most that the addon takes. */
const largestRing = 2 ** 30;

/** "10s", "500ms", "2m", "1h", or seconds: milliseconds. */
export function durationMs(text: string, option = '--duration'): number {
  const value = quantity(option, text, milliseconds, '10s, 500ms, 2m, 1h');
  if (value < 1 || value > longestMs)
    throw new CollectError('usage', `${option}: "${text}": out of range (1ms to 596h)`);
  return value;
}

/** Bytes of the queue between ring and writer. */
export function queueBytes(text: string, option = '--queue-size'): number {
  const value = quantity(option, text, bytes, '256MB, 1GiB');
  if (value < 1 << 20) throw new CollectError('usage', `${option}: "${text}": too small (at least 1MiB)`);
  return value;
}

/** Bytes of the ring buffer: what the kernel takes is a power of two of at least a page. */
export function ringBytes(text: string, option = '--ring-size'): number {
  const value = quantity(option, text, bytes, '32MiB, 8M');
  if (value < pageBytes || value > largestRing || !Number.isInteger(Math.log2(value))) {
    throw new CollectError(
      'usage',
      `${option}: "${text}": not a power of two from 4KiB to 1GiB (write for example 32MiB)`,
    );
  }
  return value;
}

function quantity(option: string, text: string, units: Readonly<Record<string, number>>, examples: string): number {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text.trim()) ?? [];
  const factor = units[unit.toLowerCase()];
  if (number === '' || factor === undefined)
    throw new CollectError('usage', `${option}: "${text}": not a number with a unit (for example ${examples})`);
  return Math.round(Number(number) * factor);
}
