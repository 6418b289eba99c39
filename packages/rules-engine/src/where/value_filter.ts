import { encodeText, type LazyEvent, tags } from '@tracee/event-schema';
import { addByte, seed } from './byte_hash';
import type { Condition, Field, TestCondition } from './condition';
import { integerWidth } from './fields';

/** Conditions on one argument from which on a look at its value is worth it, before any of them is asked. */
const fewConditions = 16;
/** Bits of the table for each value: one in so many other values is taken for one of them. */
const sparseness = 16;

/** What an argument must be, or begin with, for a condition to hold. */
interface Key {
  readonly field: Field;
  readonly whole: readonly (readonly number[])[];
  readonly beginnings: readonly (readonly number[])[];
}

/**
 * Says of an event, from one argument, that none of many conditions holds: each of them wants a value of its own there, and the
 * argument has none of these. It may err the other way.
 */
export class ValueFilter {
  private readonly table: Uint8Array;
  /** By length of a beginning: 1 when there is one. */
  private readonly beginnings: Uint8Array;
  private readonly longest: number;

  private constructor(
    private readonly i: number,
    private readonly width: number | undefined,
    keys: readonly Key[],
  ) {
    const whole = keys.flatMap((key) => key.whole);
    const beginnings = keys.flatMap((key) => key.beginnings);
    this.table = new Uint8Array(2 ** Math.ceil(Math.log2(sparseness * (whole.length + beginnings.length) + 1)));
    this.beginnings = new Uint8Array(Math.max(0, ...beginnings.map(({ length }) => length)) + 1);
    this.longest = Math.max(0, ...[...whole, ...beginnings].map(({ length }) => length));
    for (const bytes of [...whole, ...beginnings]) this.table[this.slot(bytes.reduce(addByte, seed))] = 1;
    for (const { length } of beginnings) this.beginnings[length] = 1;
  }

  /** The filters that are worth it for these conditions, and which conditions each speaks for. */
  static of(conditions: readonly (Condition | undefined)[], event: LazyEvent): Filtering {
    const byField = new Map<string, { n: number; key: Key }[]>();
    for (const [n, condition] of conditions.entries()) {
      const key = condition === undefined ? undefined : keyOf(condition, event);
      if (key !== undefined) byField.set(key.field.name, [...(byField.get(key.field.name) ?? []), { n, key }]);
    }
    const large = [...byField.values()].filter((group) => group.length >= fewConditions);
    const filters = large.map((group) => {
      const { name, type } = (group[0] as { key: Key }).key.field;
      const keys = group.map(({ key }) => key);
      return new ValueFilter(event.argIndex(name), integerWidth(type), keys);
    });
    return { filters, covered: new Set(large.flat().map(({ n }) => n)) };
  }

  /** One of the conditions may hold. */
  mayHold(event: LazyEvent): boolean {
    const at = event.argOffset(this.i);
    const { buffer } = event;
    if (at < 0 || buffer[at] === tags.nil) return false;
    if (this.width !== undefined) return this.has(buffer, at + 1, this.width / 8);
    return this.has(buffer, at + 3, ((buffer[at + 1] as number) << 8) | (buffer[at + 2] as number));
  }

  private has(buffer: Uint8Array, from: number, length: number): boolean {
    const { beginnings } = this;
    let hash = seed;
    const end = Math.min(length, this.longest);
    for (let i = 0; i < end; i++) {
      if (beginnings[i] === 1 && this.table[this.slot(hash)] === 1) return true;
      hash = addByte(hash, buffer[from + i] as number);
    }
    return (length <= this.longest || beginnings[end] === 1) && this.table[this.slot(hash)] === 1;
  }

  private slot(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.table.length - 1);
  }
}

export interface Filtering {
  readonly filters: readonly ValueFilter[];
  readonly covered: ReadonlySet<number>;
}

/** The values of one argument without which a condition cannot hold; undefined when there is no such argument. */
function keyOf(condition: Condition, event: LazyEvent): Key | undefined {
  if (condition.op === 'not') return undefined;
  if (condition.op === 'test') return keyOfTest(condition, event);
  const keys = condition.of.map((one) => keyOf(one, event));
  if (condition.op === 'all') return keys.find((key) => key !== undefined);
  const [first] = keys;
  if (first === undefined || keys.some((key) => key?.field.name !== first.field.name)) return undefined;
  const together = keys as Key[];
  return {
    field: first.field,
    whole: together.flatMap(({ whole }) => whole),
    beginnings: together.flatMap(({ beginnings }) => beginnings),
  };
}

function keyOfTest({ field, test }: TestCondition, event: LazyEvent): Key | undefined {
  const { of, name, type, part } = field;
  const isAsHere = event.definition.args[event.argIndex(name)]?.type === type;
  const width = integerWidth(type);
  if (of !== 'args' || part !== undefined || !isAsHere || (type !== 'string' && width === undefined)) return undefined;
  const bytes = (value: unknown) =>
    width === undefined ? [...encodeText(value as string)] : numberBytes(value, width);
  if (test.is === 'eq') return { field, whole: [bytes(test.value)], beginnings: [] };
  if (test.is === 'oneOf') return { field, whole: test.values.map(bytes), beginnings: [] };
  return test.is === 'startsWith' ? { field, whole: [], beginnings: [bytes(test.value)] } : undefined;
}

const numberBytes = (value: unknown, width: number): number[] =>
  Array.from({ length: width / 8 }, (_, i) =>
    Number((BigInt.asUintN(width, value as bigint) >> BigInt(width - 8 * (i + 1))) & 0xffn),
  );
