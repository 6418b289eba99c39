import { resolve } from 'node:path';
import { CollectError } from '../errors';
import { didYouMean } from '../filter/suggest';
import { queueBytes } from './quantities';

/** Where frames wait that the reader does not take: in memory, then on disk. */
export interface Cache {
  readonly queueBytes: number;
  readonly spill?: { readonly directory: string; readonly bytes: number };
}

const types = ['none', 'mem', 'disk'] as const;
const sizes = ['mem-cache-size', 'disk-cache-size', 'disk-cache-dir'] as const;
/** With "none" the queue is what the writer needs to write whole chunks. */
const leastQueueBytes = 1 << 20;
const defaultDiskBytes = 1_000_000_000;
const megabyte = 1_000_000;

/** The values of --cache; `memoryBytes` is what --queue-size says. */
export function parseCache(values: readonly string[], memoryBytes: number): Cache {
  let type: (typeof types)[number] | undefined;
  const given = new Map<(typeof sizes)[number], string>();
  for (const value of values.flatMap((one) => one.split(','))) {
    const [name = '', text] = value.replace(/^cache-type=/, '').split(/=(.*)/s, 2);
    const size = sizes.find((known) => known === name);
    const found = types.find((known) => known === name);
    if (size !== undefined) {
      if (!text) throw wrong(value, `no value (write ${size}=${size === 'disk-cache-dir' ? 'DIR' : 'MB'})`);
      given.set(size, text);
    } else if (found === undefined || text !== undefined) {
      throw wrong(value, `not known (${didYouMean(name, [...types, ...sizes], 'none, mem or disk')})`);
    } else type = found;
  }
  const directory = given.get('disk-cache-dir');
  type ??= directory === undefined ? 'mem' : 'disk';
  if (type !== 'disk' && (directory !== undefined || given.has('disk-cache-size')))
    throw wrong(type, 'contradicts disk-cache-* (write disk)');
  if (type === 'disk' && directory === undefined) throw wrong(type, 'no directory (add disk-cache-dir=DIR)');
  const memory = given.get('mem-cache-size');
  const queue = type === 'none' ? leastQueueBytes : memory === undefined ? memoryBytes : megabytes(memory);
  if (directory === undefined) return { queueBytes: queue };
  const disk = given.get('disk-cache-size');
  const bytes = disk === undefined ? defaultDiskBytes : megabytes(disk);
  return { queueBytes: queue, spill: { directory: resolve(directory), bytes } };
}

/** Tracee's sizes are numbers of MB; ours may carry a unit. */
function megabytes(text: string): number {
  return /^\d+$/.test(text) ? queueBytes(String(Number(text) * megabyte), '--cache') : queueBytes(text, '--cache');
}

const wrong = (value: string, found: string): CollectError =>
  new CollectError('usage', `--cache: "${value}": ${found}`);
