import { createHash } from 'node:crypto';
import { type BtfType, btfKinds, btfShapes, readBtfTypes } from '@tracee/event-schema/dist/generate/btf_types';
import { writeBtf } from './write_btf';

/**
 * The one form of all BTF that means the same: bpftool numbers types in the order in which it met them, which differs between kernels of
 * the same layout. Types that say the same are merged, then ordered by what they are called, then numbered.
 */
export function canonical(btf: Buffer): Buffer {
  const types = readBtfTypes(btf);
  const classes = classify(types);
  const first = new Map<string, number>();
  for (const [number, of] of classes.entries()) if (number > 0 && !first.has(of)) first.set(of, number);
  const titles = new Map([...first].map(([of, number]) => [of, titleOf(types, number)]));
  const ordered = [...first.keys()].sort((a, b) => compare(titles.get(a) ?? '', titles.get(b) ?? '') || compare(a, b));
  const numbers = new Map(ordered.map((of, i) => [of, i + 1]));
  const renumber = (of: string) => numbers.get(of) ?? 0;
  return writeBtf(
    ordered.map((of) => refer(byClass(types[first.get(of) as number] as BtfType, classes), renumber) as BtfType),
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const isStruct = ({ kind }: BtfType) => kind === btfKinds.struct || kind === btfKinds.union;

/** A type as it is written, with what it refers to by number or otherwise. */
type Referring<T> = Omit<BtfType, 'third' | 'rows'> & {
  readonly third: number | T;
  readonly rows: readonly (readonly (number | string | T)[])[];
};

/** A type that refers to the same in other words. */
function refer<From, To>(type: Referring<From>, to: (type: From) => To): Referring<To> {
  const { third, tail } = btfShapes[type.kind] as (typeof btfShapes)[number];
  const rows = type.rows.map((row) =>
    row.map((word, i) => (tail[i] === 'type' ? to(word as From) : (word as number | string))),
  );
  return { ...type, third: third === 'type' ? to(type.third as From) : (type.third as number), rows };
}

/** A type that refers to classes. Members stand by their place; those at one place by name, and the nameless by what they are. */
function byClass(type: BtfType, classes: readonly string[]): Referring<string> {
  const referring = refer(type, (number: number) => classes[number] ?? '');
  if (!isStruct(type)) return referring;
  const places = (row: readonly (number | string)[]) => [Number(row[2]), `${row[0]} ${row[1]}`] as const;
  const rows = [...referring.rows].sort((a, b) => places(a)[0] - places(b)[0] || compare(places(a)[1], places(b)[1]));
  return { ...referring, rows };
}

/**
 * Equal strings for types that mean the same. Types refer to each other in circles, so all start as one class, and their own words and
 * what they refer to tell them apart, round by round, until a round tells no more apart.
 */
function classify(types: readonly (BtfType | undefined)[]): string[] {
  let classes: string[] = types.map((type) => (type === undefined ? '' : 'type'));
  for (let count = 0; count < new Set(classes).size; ) {
    count = new Set(classes).size;
    const before = classes;
    classes = types.map((type) => (type === undefined ? '' : digest(byClass(type, before))));
  }
  return classes;
}

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** How deep an unnamed type is described by what it refers to. */
const titleDepth = 6;

/** What a type is sorted by: unnamed ones stand by what they point to, so that two layouts that differ little have the same order. */
function titleOf(types: readonly (BtfType | undefined)[], number: number, depth = titleDepth): string {
  const type = types[number];
  if (type === undefined || depth === 0) return '';
  const { name, kind, rows } = type;
  if (name !== '') return `${name} ${kind}`;
  if (isStruct(type))
    return `~${rows
      .map(([member]) => member)
      .sort()
      .join(' ')} ${kind}`;
  const [element] = rows[0] ?? [];
  const target = kind === btfKinds.array ? Number(element) : btfShapes[kind]?.third === 'type' ? type.third : 0;
  return `${titleOf(types, target, depth - 1)} ${kind}`;
}
