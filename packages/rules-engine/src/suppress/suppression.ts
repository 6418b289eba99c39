import type { Finding } from '../match/finding';
import type { Test } from '../where/condition';
import { passes } from '../where/holds';
import type { FieldTests, SuppressionEntry } from './suppression_file';

interface Compiled {
  readonly entry: SuppressionEntry;
  readonly fields: readonly { readonly path: readonly string[]; readonly tests: readonly Test[] }[];
  /** ns since the Unix epoch */
  readonly expires: bigint | undefined;
  count: number;
}

/** Which findings are known and accepted. Expiry is in event time, so that a replay suppresses what was suppressed live. */
export class Suppression {
  private readonly entries: readonly Compiled[];

  constructor(entries: readonly SuppressionEntry[]) {
    this.entries = entries.map((entry) => ({
      entry,
      fields: Object.entries(entry.where).map(([path, tests]) => ({ path: path.split('.'), tests: testsOf(tests) })),
      expires: entry.expires === undefined ? undefined : BigInt(Date.parse(entry.expires)) * 1_000_000n,
      count: 0,
    }));
  }

  /** Counts the finding for the first entry that it matches. */
  suppresses(finding: Finding): boolean {
    const { id, name } = finding.meta;
    for (const one of this.entries) {
      const { signature } = one.entry;
      if (signature !== '*' && signature !== id && signature !== name) continue;
      if (one.expires !== undefined && finding.event.unixTime >= one.expires) continue;
      if (!one.fields.every(({ path, tests }) => tests.every((test) => passes(test, valueAt(finding, path))))) continue;
      one.count++;
      return true;
    }
    return false;
  }

  /** Findings suppressed so far, and why. */
  counts(): { signature: string; reason: string; count: number }[] {
    return this.entries.map(({ entry: { signature, reason }, count }) => ({ signature, reason, count }));
  }
}

/** A value of a finding by its path: args.NAME, data.NAME, or a field of the event. */
export function valueAt(
  { event, data }: Pick<Finding, 'event' | 'data'>,
  [first = '', ...rest]: readonly string[],
): unknown {
  let value: unknown =
    first === 'data' ? data : first === 'args' ? event.args : (event as never as Record<string, unknown>)[first];
  for (const name of rest) value = (value as Record<string, unknown> | null | undefined)?.[name];
  return value ?? null;
}

function testsOf(given: FieldTests): Test[] {
  if (Array.isArray(given)) return [oneOf(given)];
  if (typeof given !== 'object' || given === null) return [eq(given)];
  return Object.entries(given).flatMap(([is, value]): Test[] => {
    if (value === undefined) return [];
    if (is === 'eq') return [eq(value as Plain)];
    if (is === 'oneOf') return [oneOf(value as Plain[])];
    if (typeof value === 'number') return [{ is: is as 'lt', value: BigInt(value) }];
    return [{ is: is as 'startsWith', value: value as string }];
  });
}

type Plain = string | number | boolean | null;

const exact = (value: Plain) => (typeof value === 'number' ? BigInt(value) : value);
const eq = (value: Plain): Test => (value === null ? { is: 'null' } : { is: 'eq', value: exact(value) as string });
const oneOf = (values: readonly Plain[]): Test => ({ is: 'oneOf', values: values.map(exact) as string[] });
