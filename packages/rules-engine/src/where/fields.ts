import { contextFlags } from '@tracee/event-schema';
import type { Condition, Field, Test } from './condition';
import { type Origin, origins } from './context_fields';

export interface NullField {
  /** The value could not be read, or the stream does not have it. */
  isNull(): Condition;
}

export interface TextTests {
  eq(value: string): Condition;
  oneOf(values: Iterable<string>): Condition;
  startsWith(value: string): Condition;
  endsWith(value: string): Condition;
  contains(value: string): Condition;
}

export interface TextField extends NullField, TextTests {
  /** What follows the last slash; all of it when there is none. */
  readonly basename: TextTests;
}

export interface NumberField<N extends number | bigint> extends NullField {
  eq(value: N): Condition;
  oneOf(values: Iterable<N>): Condition;
  /** All of these bits are set. */
  has(bits: N): Condition;
  /** At least one of these bits is set. */
  hasAny(bits: N): Condition;
  lt(value: N): Condition;
  le(value: N): Condition;
  gt(value: N): Condition;
  ge(value: N): Condition;
}

export interface BooleanField extends NullField {
  eq(value: boolean): Condition;
}

export interface TextsField extends NullField {
  /** One of the texts is this one: short for some.eq. */
  includes(value: string): Condition;
  /** One of the texts passes. */
  readonly some: TextTests;
}

export interface BytesField extends NullField {
  startsWith(bytes: Iterable<number>): Condition;
}

export interface OriginField {
  /** container-init (pid 1 of a container) is a container, too. */
  is(origin: Origin): Condition;
}

export interface FlagsField {
  /** The flag is set. */
  has(flag: ContextFlag): Condition;
}

export type ContextFlag = keyof typeof contextFlags;

/** The tests that a field of this type has. */
export function fieldOf(field: Field): object {
  const { type } = field;
  const test = (made: Test): Condition => ({ op: 'test', field, test: made });
  if (type === 'origin') return { is: (origin: Origin) => test({ is: 'eq', value: knownOrigin(origin) }) };
  if (type === 'flags') return { has: (flag: ContextFlag) => test({ is: 'eq', value: knownFlag(flag) }) };
  const isNull = () => test({ is: 'null' });
  if (type === 'bool') return { isNull, eq: (value: boolean) => test({ is: 'eq', value }) };
  if (type === 'strings')
    return { isNull, includes: (value: string) => test({ is: 'eq', value }), some: textTests(test) };
  if (['bytes', 'sockaddr', 'cred'].includes(type))
    return { isNull, startsWith: (bytes: Iterable<number>) => test({ is: 'begins', bytes: [...bytes] }) };
  if (['string', 'comm', 'text'].includes(type)) {
    const ofPart = (made: Test): Condition => ({ op: 'test', field: { ...field, part: 'basename' }, test: made });
    return { isNull, ...textTests(test), basename: textTests(ofPart) };
  }
  const width = integerWidth(type);
  return width === undefined ? { isNull } : { isNull, ...numberTests(field, width, test) };
}

/** Bits of an integer on the wire; undefined for what is none. */
export const integerWidth = (type: string): number | undefined =>
  ({ ptr: 64, time: 64 })[type] ?? (/^[ui](8|16|32|64)$/.test(type) ? Number(type.slice(1)) : undefined);

const textTests = (test: (made: Test) => Condition): TextTests => ({
  eq: (value) => test({ is: 'eq', value }),
  oneOf: (values) => test({ is: 'oneOf', values: [...values] }),
  startsWith: (value) => test({ is: 'startsWith', value }),
  endsWith: (value) => test({ is: 'endsWith', value }),
  contains: (value) => test({ is: 'contains', value }),
});

function numberTests(field: Field, width: number, test: (made: Test) => Condition) {
  const isSigned = field.type.startsWith('i');
  const least = isSigned ? -(1n << BigInt(width - 1)) : 0n;
  const most = (1n << BigInt(isSigned ? width - 1 : width)) - 1n;
  /** A comparison that can never hold is a mistake of its author: 0xffffffff against an i32 that holds -1. */
  const within = (from: bigint, to: bigint) => (value: number | bigint) => {
    const exact = BigInt(value);
    if (exact >= from && exact <= to) return exact;
    throw new RangeError(`${field.name}: ${value} is not in the range of ${field.type} (${from} to ${to})`);
  };
  const value = within(least, most);
  const bits = within(0n, (1n << BigInt(width)) - 1n);
  const compare = (is: 'lt' | 'le' | 'gt' | 'ge') => (limit: number | bigint) => test({ is, value: value(limit) });
  return {
    eq: (wanted: number | bigint) => test({ is: 'eq', value: value(wanted) }),
    oneOf: (wanted: Iterable<number | bigint>) => test({ is: 'oneOf', values: [...wanted].map(value) }),
    has: (wanted: number | bigint) => test({ is: 'has', value: bits(wanted) }),
    hasAny: (wanted: number | bigint) => test({ is: 'hasAny', value: bits(wanted) }),
    lt: compare('lt'),
    le: compare('le'),
    gt: compare('gt'),
    ge: compare('ge'),
  };
}

function knownOrigin(origin: Origin): Origin {
  if (origins.includes(origin)) return origin;
  throw new Error(`origin: "${origin}": not one of ${origins.join(', ')}`);
}

function knownFlag(flag: ContextFlag): ContextFlag {
  if (flag in contextFlags) return flag;
  throw new Error(`contextFlags: "${flag}": not one of ${Object.keys(contextFlags).join(', ')}`);
}
