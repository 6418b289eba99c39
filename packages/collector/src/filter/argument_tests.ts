import { encodeText, type WireType } from '@tracee/event-schema';
import type { Condition, Pattern, Scope } from './condition';
import { type ArgumentTests, banks, type MapEntry, maxKeys, u32s, u64s } from './filter_bank';
import { comparesUnsigned } from './match';
import { integerBits } from './pattern';

/** struct argument_tests and its parts, of bpf-core/include/record.h. */
export const layout = {
  tests: 4,
  flags: 8,
  ranges: 8,
  events: 128,
  textBytes: 128,
  suffixBytes: 64,
  test: {
    at: 0,
    width: 2,
    extends: 3,
    lookups: 4,
    flagsCount: 5,
    place: 8,
    enabled: 16,
    choose: 24,
    flip: 32,
    flags: 40,
    starts: 40 + 8 * 32,
    match: 40 + 8 * 32 + 8 * 8,
    bytes: 40 + 8 * 32 + 8 * 16,
  },
  lookups: { values: 1, texts: 2, ends: 4, ranges: 8 },
} as const;

/** Keys of a bank in filter_values and filter_texts; what is beyond is left to the collector. */
export const maxValues = maxKeys;
export const maxTexts = 32_768;

/** Where an argument, or the returned value (no index), lies in the record of an event. */
export type PlaceOf = (eventId: number, index: number | undefined) => number;

type Text = Extract<Pattern, { kind: 'text' }>;
type Numeric = Extract<Pattern, { kind: 'number' }>;

/** The conditions of several scopes on one value of one event. */
interface Asked {
  readonly type: WireType;
  readonly isUnsigned: boolean;
  readonly at: number;
  readonly byScope: Map<number, Condition>;
}

interface Test {
  readonly bytes: Uint8Array;
  readonly entries: readonly MapEntry[];
}

const all = 2n ** 64n - 1n;
const bit = (scope: number): bigint => 1n << BigInt(scope);

/**
 * The conditions on arguments that the kernel decides, so that what they refuse is not even sent: numbers, flags, ranges, and texts that are
 * whole, begin or end with something. Only of scopes with one clause for the event. The collector decides all of them once more, so what
 * does not fit here costs time and nothing else.
 */
export function argumentTests(scopes: readonly Scope[], bank: number, placeOf: PlaceOf): ArgumentTests {
  const numbers = new Map<number, number>();
  const entries: MapEntry[] = [];
  const room = { filter_values: maxValues, filter_texts: maxTexts };
  let place = 0;
  const ids = [...new Set(scopes.flatMap((scope) => [...scope.events.keys()]))].sort((a, b) => a - b);
  for (const id of ids) {
    if (numbers.size === layout.events) break;
    const tests: Test[] = [];
    for (const asked of askedOf(scopes, id, placeOf)) {
      if (tests.length === layout.tests) break;
      // two places: of texts, and of their ends
      const test = testOf(asked, 2 * place * banks + bank);
      if (test === undefined) continue;
      const size = (map: string) => test.entries.filter((entry) => entry.map === map).length;
      if (size('filter_values') > room.filter_values || size('filter_texts') > room.filter_texts) continue;
      room.filter_values -= size('filter_values');
      room.filter_texts -= size('filter_texts');
      tests.push(test);
      place++;
    }
    if (tests.length === 0) continue;
    const value = new Uint8Array(layout.tests * layout.test.bytes);
    for (const [i, test] of tests.entries()) value.set(test.bytes, i * layout.test.bytes);
    const number = 1 + bank * layout.events + numbers.size;
    numbers.set(id, number);
    entries.push({ map: 'argument_tests', key: u32s(number), value }, ...tests.flatMap((test) => test.entries));
  }
  return { numbers, entries };
}

function askedOf(scopes: readonly Scope[], id: number, placeOf: PlaceOf): Asked[] {
  const found = new Map<number | undefined, Asked>();
  for (const [scope, { events }] of scopes.entries()) {
    const [clause, ...others] = events.get(id) ?? [];
    if (clause === undefined || others.length > 0) continue;
    for (const condition of clause) {
      const { subject } = condition;
      if (subject.kind === 'context' || !isDecidable(condition)) continue;
      const index = subject.kind === 'argument' ? subject.index : undefined;
      const asked = found.get(index) ?? {
        type: subject.kind === 'argument' ? subject.type : ('i64' as const),
        isUnsigned: comparesUnsigned(subject),
        at: placeOf(id, index),
        byScope: new Map<number, Condition>(),
      };
      asked.byScope.set(scope, condition);
      found.set(index, asked);
    }
  }
  return [...found.values()];
}

function isDecidable({ subject, anyOf, noneOf }: Condition): boolean {
  const patterns = [...anyOf, ...noneOf];
  if (subject.kind === 'argument' && subject.type === 'string') return patterns.every(fitsText);
  const isNumber = subject.kind === 'retval' || (subject.kind === 'argument' && subject.type in integerBits);
  return isNumber && patterns.every(({ kind }) => kind === 'number');
}

function fitsText(pattern: Pattern): boolean {
  if (pattern.kind !== 'text' || pattern.how === 'contains') return false;
  const bytes = encodeText(pattern.text);
  return bytes.length < (pattern.how === 'suffix' ? layout.suffixBytes : layout.textBytes) && !bytes.includes(0);
}

function testOf(asked: Asked, place: number): Test | undefined {
  return asked.type === 'string' ? textTest(asked, place) : numberTest(asked, place);
}

/** Scopes that want a value, and those that refuse it. */
interface ValueBits {
  readonly wanted: bigint;
  readonly refused: bigint;
}

/** Each pattern once, by its key, with the bits of the scopes that name it. */
function bitsByPattern<P extends Pattern>(byScope: ReadonlyMap<number, Condition>, keyOf: (pattern: P) => string) {
  const found = new Map<string, { pattern: P; wanted: bigint; refused: bigint }>();
  const add = (side: keyof ValueBits, scope: number, patterns: readonly Pattern[]) => {
    for (const pattern of patterns as readonly P[]) {
      const key = keyOf(pattern);
      const bits = found.get(key) ?? { pattern, wanted: 0n, refused: 0n };
      bits[side] |= bit(scope);
      found.set(key, bits);
    }
  };
  for (const [scope, { anyOf, noneOf }] of byScope) {
    add('wanted', scope, anyOf);
    add('refused', scope, noneOf);
  }
  return [...found.values()];
}

const scopesOf = (byScope: ReadonlyMap<number, Condition>, holds: (condition: Condition) => boolean): bigint =>
  [...byScope].reduce((bits, [scope, condition]) => (holds(condition) ? bits | bit(scope) : bits), 0n);

/** The beginning of struct argument_test, and the view to write the rest to. */
function header({ at, byScope }: Asked, place: number, width: number, lookups: number) {
  const { test } = layout;
  const view = new DataView(new ArrayBuffer(test.bytes));
  view.setUint16(test.at, at, true);
  view.setUint8(test.width, width);
  view.setUint8(test.lookups, lookups);
  view.setUint32(test.place, place, true);
  view.setBigUint64(
    test.enabled,
    scopesOf(byScope, () => true),
    true,
  );
  view.setBigUint64(
    test.choose,
    scopesOf(byScope, ({ anyOf }) => anyOf.length > 0),
    true,
  );
  return view;
}

function numberTest(asked: Asked, place: number): Test | undefined {
  const { byScope, type, isUnsigned } = asked;
  const { test, lookups } = layout;
  const values = bitsByPattern(byScope, numberKey);
  const isExact = ({ pattern }: { pattern: Numeric }) => BigInt.asUintN(64, pattern.mask) === all;
  const exact = values.filter(isExact);
  const masked = values.filter((value) => !isExact(value));
  const flip = isUnsigned ? 0n : 1n << 63n;
  const intervals = intervalsOf(byScope, isUnsigned, flip);
  if (masked.length > layout.flags || intervals.length > layout.ranges) return undefined;

  const isRanged = intervals.length > 1 || intervals[0]?.match !== all;
  const view = header(
    asked,
    place,
    Number(integerBits[type] ?? 64n) / 8,
    (exact.length > 0 ? lookups.values : 0) | (isRanged ? lookups.ranges : 0),
  );
  view.setUint8(test.extends, isUnsigned || !/^i/.test(type) ? 0 : 1);
  view.setUint8(test.flagsCount, masked.length);
  view.setBigUint64(test.flip, flip, true);
  for (const [i, { pattern, wanted, refused }] of masked.entries()) {
    const words = [BigInt.asUintN(64, pattern.mask), BigInt.asUintN(64, pattern.value), wanted, refused];
    for (const [k, word] of words.entries()) view.setBigUint64(test.flags + i * 32 + k * 8, word, true);
  }
  for (let i = 0; i < layout.ranges; i++) {
    const { start, match } = intervals[Math.min(i, intervals.length - 1)] as { start: bigint; match: bigint };
    view.setBigUint64(test.starts + i * 8, start, true);
    view.setBigUint64(test.match + i * 8, match, true);
  }
  const entries = exact.map(({ pattern, wanted, refused }): MapEntry => {
    const key = new Uint8Array(16);
    key.set(u32s(place));
    key.set(u64s(BigInt.asUintN(64, pattern.value)), 8);
    return { map: 'filter_values', key, value: u64s(wanted, refused) };
  });
  return { bytes: new Uint8Array(view.buffer), entries };
}

const numberKey = ({ mask, value }: Numeric): string => `${BigInt.asUintN(64, mask)} ${BigInt.asUintN(64, value)}`;

/** Which scopes take a number, by the interval it lies in; numbers flipped, so that their order is that of unsigned ones. */
function intervalsOf(byScope: ReadonlyMap<number, Condition>, isUnsigned: boolean, flip: bigint) {
  const [least, most] = isUnsigned ? [0n, all] : [-(2n ** 63n), 2n ** 63n - 1n];
  const starts = new Set<bigint>([least]);
  for (const { min, max } of byScope.values()) {
    if (min !== undefined && min > least && min <= most) starts.add(min);
    if (max !== undefined && max >= least && max < most) starts.add(max + 1n);
  }
  return [...starts]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((start) => ({
      start: BigInt.asUintN(64, start) ^ flip,
      match:
        ~scopesOf(byScope, ({ min, max }) => (min !== undefined && start < min) || (max !== undefined && start > max)) &
        all,
    }));
}

function textTest(asked: Asked, place: number): Test {
  const { byScope } = asked;
  const texts = bitsByPattern(byScope, ({ how, text }: Text) => `${how} ${text}`);
  const ends = texts.filter(({ pattern }) => pattern.how === 'suffix');
  const starts = texts.filter(({ pattern }) => pattern.how !== 'suffix');
  const entries = [
    ...trie(starts, place, (bytes, { how }) => (how === 'exact' ? [...bytes, 0] : [...bytes])),
    ...trie(ends, place + banks, (bytes) => [...bytes].reverse()),
  ];
  const { lookups } = layout;
  const view = header(asked, place, 0, (starts.length > 0 ? lookups.texts : 0) | (ends.length > 0 ? lookups.ends : 0));
  return { bytes: new Uint8Array(view.buffer), entries };
}

/** A look-up finds the longest text only, which therefore has the bits of all that it begins with. */
function trie(
  texts: readonly (ValueBits & { readonly pattern: Text })[],
  place: number,
  bytesOf: (bytes: Uint8Array, text: Text) => number[],
): MapEntry[] {
  const sorted = texts
    .map(({ pattern, ...own }) => ({ bytes: Buffer.from(bytesOf(encodeText(pattern.text), pattern)), own }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes));
  const open: { bytes: Buffer; wanted: bigint; refused: bigint }[] = [];
  return sorted.map(({ bytes, own }) => {
    while (open.length > 0 && !begins(bytes, open[open.length - 1]?.bytes as Buffer)) open.pop();
    const shorter = open[open.length - 1] ?? { wanted: 0n, refused: 0n };
    const both = { bytes, wanted: own.wanted | shorter.wanted, refused: own.refused | shorter.refused };
    open.push(both);
    const key = new Uint8Array(8 + layout.textBytes);
    key.set(u32s((4 + bytes.length) * 8, place));
    key.set(bytes, 8);
    return { map: 'filter_texts', key, value: u64s(both.wanted, both.refused) };
  });
}

const begins = (bytes: Buffer, prefix: Buffer): boolean => bytes.subarray(0, prefix.length).equals(prefix);
