import { encodeText } from '@tracee/event-schema';
import type { Description } from '../containers/description';
import { CollectError } from '../errors';
import type { Condition, ContextSubject, Scope } from './condition';
import { takesContainer } from './container_match';
import { isForKernel } from './residue';

/** enum filter_field of bpf-core/include/record.h: the index into filter_bank.filters. */
export const fields = {
  uid: 0,
  pid: 1,
  comm: 2,
  tree: 3,
  mntns: 4,
  pidns: 5,
  uts: 6,
  cgroup: 7,
  new_process: 8,
  exec: 9,
} as const;
type Field = keyof typeof fields;

/** struct control: offsets of what is written here. */
export const control = { name: 'control', self: 4, reader: 8, version: 12, started: 16, pulse: 24, banks: 32 } as const;
/** struct filter_bank. */
export const bank = {
  follow: 0,
  filters: 8,
  filterBytes: 24,
  eventScopes: 248,
  eventIds: 4096,
  eventTests: 248 + 4096 * 8,
  bytes: 248 + 4096 * (8 + 2),
} as const;
export const banks = 2;
/** Keys of a bank in each map: half of FILTER_KEYS. */
export const maxKeys = 8192;
export const rangesMax = 256;

export interface MapEntry {
  readonly map: string;
  readonly key: Uint8Array;
  readonly value: Uint8Array;
}

/** A container that runs, and a cgroup of it. */
export interface ContainerCgroup {
  readonly cgroup: bigint;
  readonly containerId: string;
  /** It started after the collector. */
  readonly isNew?: boolean;
  /** Absent: its runtime has not told yet. */
  readonly description?: Description;
}

/** A program that a filter names, as the kernel knows it. */
export interface ExecutableFile {
  readonly path: string;
  readonly dev: number;
  readonly inode: bigint;
}

/** What runs and lies on this machine, as the filters need it. */
export interface Surroundings {
  readonly containers: readonly ContainerCgroup[];
  readonly executables: readonly ExecutableFile[];
}

/** Tests of arguments, by event, and the entries of the maps. */
export interface ArgumentTests {
  /** The element of argument_tests that an event has. */
  readonly numbers: ReadonlyMap<number, number>;
  readonly entries: readonly MapEntry[];
}

/** One field of all scopes: which have a filter, which take keys that are not listed, which ask the ranges for those. */
interface FieldFilter {
  enabled: bigint;
  pass: bigint;
  ranged: bigint;
}

const bit = (scope: number): bigint => 1n << BigInt(scope);

/** The filters of a bank: struct filter_bank, and the entries of the maps. Trees, followed processes and cgroups (containerEntry) are entered apart. */
export function filterBank(
  scopes: readonly Scope[],
  eventIds: ReadonlySet<number>,
  number: number,
  { containers, executables }: Surroundings,
  tests: ArgumentTests = { numbers: new Map(), entries: [] },
): { readonly bytes: Uint8Array; readonly entries: readonly MapEntry[] } {
  const view = new DataView(new ArrayBuffer(bank.bytes));
  const put = (field: Field, { enabled, pass, ranged }: FieldFilter) => {
    const at = bank.filters + fields[field] * bank.filterBytes;
    view.setBigUint64(at, enabled, true);
    view.setBigUint64(at + 8, pass, true);
    view.setBigUint64(at + 16, ranged, true);
  };
  const entries: MapEntry[] = [];
  for (const field of ['uid', 'pid', 'mntns', 'pidns'] as const) {
    put(field, numberFilter(scopes, field, number, entries));
  }
  for (const field of ['comm', 'uts'] as const) put(field, nameFilter(scopes, field, number, entries));
  put(
    'tree',
    choiceFilter(scopes, (scope) => scope.trees),
  );
  put(
    'exec',
    choiceFilter(scopes, (scope) => scope.executables),
  );
  entries.push(...executableEntries(scopes, number, executables));
  put('new_process', {
    enabled: bitsOf(scopes, (scope) => scope.newProcesses !== undefined),
    pass: bitsOf(scopes, (scope) => scope.newProcesses === false),
    ranged: 0n,
  });
  put('cgroup', containerFilter(scopes, containers));
  view.setBigUint64(
    bank.follow,
    bitsOf(scopes, (scope) => scope.follow),
    true,
  );
  for (const id of eventIds) {
    view.setBigUint64(
      bank.eventScopes + id * 8,
      bitsOf(scopes, (scope) => scope.events.has(id)),
      true,
    );
  }
  for (const [id, test] of tests.numbers) view.setUint16(bank.eventTests + id * 2, test, true);
  entries.push(...tests.entries);
  return { bytes: new Uint8Array(view.buffer), entries };
}

const bitsOf = (scopes: readonly Scope[], holds: (scope: Scope) => boolean): bigint =>
  scopes.reduce((bits, scope, i) => (holds(scope) ? bits | bit(i) : bits), 0n);

const choiceFilter = (
  scopes: readonly Scope[],
  of: (scope: Scope) => { wanted: readonly unknown[] } | undefined,
): FieldFilter => ({
  enabled: bitsOf(scopes, (scope) => of(scope) !== undefined),
  pass: bitsOf(scopes, (scope) => of(scope)?.wanted.length === 0),
  ranged: 0n,
});

/** What the kernel decides of one field, by scope. */
function conditionsOn(scopes: readonly Scope[], field: ContextSubject): Map<number, Condition> {
  const found = new Map<number, Condition>();
  for (const [i, scope] of scopes.entries()) {
    const condition = scope.context.find(({ subject }) => subject.kind === 'context' && subject.field === field);
    if (condition !== undefined && isForKernel(condition)) found.set(i, condition);
  }
  return found;
}

const bitsWhere = (conditions: ReadonlyMap<number, Condition>, holds: (condition: Condition) => boolean): bigint =>
  [...conditions].reduce((bits, [i, condition]) => (holds(condition) ? bits | bit(i) : bits), 0n);

const isRanged = ({ min, max }: Condition): boolean => min !== undefined || max !== undefined;

function numberFilter(
  scopes: readonly Scope[],
  field: ContextSubject & Field,
  number: number,
  entries: MapEntry[],
): FieldFilter {
  const conditions = conditionsOn(scopes, field);
  const enabled = bitsWhere(conditions, () => true);
  const listed = new Set<bigint>();
  for (const { anyOf, noneOf } of conditions.values())
    for (const pattern of [...anyOf, ...noneOf]) if (pattern.kind === 'number') listed.add(pattern.value);
  checkKeys(field, listed.size);
  const place = fields[field] * banks + number;
  for (const value of listed) {
    const match = bitsWhere(conditions, (condition) => numberHolds(condition, value));
    entries.push({ map: 'filter_numbers', key: u32s(place, Number(value)), value: scopeBits(match, enabled) });
  }
  const unlisted = ({ anyOf }: Condition) => anyOf.length === 0;
  const ranged = bitsWhere(conditions, (condition) => unlisted(condition) && isRanged(condition));
  if (ranged !== 0n) entries.push({ map: 'filter_ranges', key: u32s(place), value: ranges(conditions) });
  return { enabled, ranged, pass: bitsWhere(conditions, unlisted) & ~ranged };
}

function numberHolds({ anyOf, noneOf, min, max }: Condition, value: bigint): boolean {
  const is = (pattern: (typeof anyOf)[number]) => pattern.kind === 'number' && pattern.value === value;
  if ((anyOf.length > 0 && !anyOf.some(is)) || noneOf.some(is)) return false;
  return (min === undefined || value >= min) && (max === undefined || value <= max);
}

/** struct number_ranges: numbers that nobody lists, by the interval they lie in. */
function ranges(conditions: ReadonlyMap<number, Condition>): Uint8Array {
  const starts = new Set<bigint>([0n]);
  for (const { min, max } of conditions.values()) {
    if (min !== undefined && min > 0n) starts.add(min);
    if (max !== undefined && max < 0xffff_ffffn) starts.add(max + 1n);
  }
  const sorted = [...starts].filter((start) => start <= 0xffff_ffffn).sort((a, b) => (a < b ? -1 : 1));
  const view = new DataView(new ArrayBuffer(rangesMax * 12));
  for (let i = 0; i < rangesMax; i++) {
    const start = sorted[Math.min(i, sorted.length - 1)] as bigint;
    const match = bitsWhere(
      conditions,
      ({ min, max }) => (min === undefined || start >= min) && (max === undefined || start <= max),
    );
    view.setUint32(i * 4, Number(i < sorted.length ? start : 0xffff_ffffn), true);
    view.setBigUint64(rangesMax * 4 + i * 8, match, true);
  }
  return new Uint8Array(view.buffer);
}

function nameFilter(scopes: readonly Scope[], field: 'comm' | 'uts', number: number, entries: MapEntry[]): FieldFilter {
  const conditions = conditionsOn(scopes, field);
  const enabled = bitsWhere(conditions, () => true);
  const listed = new Set<string>();
  for (const { anyOf, noneOf } of conditions.values())
    for (const pattern of [...anyOf, ...noneOf]) if (pattern.kind === 'text') listed.add(pattern.text);
  checkKeys(field, listed.size);
  for (const name of listed) {
    const is = (pattern: Condition['anyOf'][number]) => pattern.kind === 'text' && pattern.text === name;
    const match = bitsWhere(
      conditions,
      ({ anyOf, noneOf }) => (anyOf.length === 0 || anyOf.some(is)) && !noneOf.some(is),
    );
    const key = new Uint8Array(20);
    key.set(u32s(fields[field] * banks + number));
    key.set(encodeText(name), 4);
    entries.push({ map: 'filter_names', key, value: scopeBits(match, enabled) });
  }
  return { enabled, pass: bitsWhere(conditions, ({ anyOf }) => anyOf.length === 0), ranged: 0n };
}

/** Scopes with a filter on containers. */
const asksContainer = (scopes: readonly Scope[]): bigint => bitsOf(scopes, ({ container }) => container !== undefined);

/** Of a cgroup that is listed. What the runtime has not told yet is left to the collector: the kernel sends it. */
export function containerEntry(scopes: readonly Scope[], number: number, listed: ContainerCgroup): MapEntry {
  const { cgroup, containerId: id, isNew = false, description } = listed;
  const facts = { id, isNew, ...(description === undefined ? {} : { description }) };
  const match = bitsOf(
    scopes,
    ({ container }) => container !== undefined && (takesContainer(container, facts) ?? true),
  );
  return { map: 'filter_cgroups', key: cgroupKey(number, cgroup), value: scopeBits(match, asksContainer(scopes)) };
}

export const cgroupKey = (number: number, cgroup: bigint): Uint8Array => u64s(BigInt(number), cgroup);

function containerFilter(scopes: readonly Scope[], containers: readonly ContainerCgroup[]): FieldFilter {
  const enabled = asksContainer(scopes);
  if (enabled !== 0n) checkKeys('container', containers.length);
  const takesHost = ({ container }: Scope) =>
    container !== undefined && takesContainer(container, { id: '', isNew: false }) === true;
  return { enabled, pass: bitsOf(scopes, takesHost), ranged: 0n };
}

/** Two paths may be one file, which then matches as either. */
function executableEntries(scopes: readonly Scope[], number: number, files: readonly ExecutableFile[]): MapEntry[] {
  const paths = new Map<string, ExecutableFile[]>();
  for (const file of files)
    paths.set(`${file.dev} ${file.inode}`, [...(paths.get(`${file.dev} ${file.inode}`) ?? []), file]);
  return [...paths.values()].map((same) => {
    const names = same.map(({ path }) => path);
    const has = (list: readonly string[]) => list.some((path) => names.includes(path));
    const listed = bitsOf(scopes, ({ executables: e }) => e !== undefined && (has(e.wanted) || has(e.excluded)));
    const match = bitsOf(scopes, ({ executables: e }) => e !== undefined && has(e.wanted) && !has(e.excluded));
    const key = new Uint8Array(16);
    key.set(u32s(number, (same[0] as ExecutableFile).dev));
    key.set(u64s((same[0] as ExecutableFile).inode), 8);
    return { map: 'filter_executables', key, value: scopeBits(match, listed) };
  });
}

function checkKeys(field: string, count: number): void {
  if (count > maxKeys)
    throw new CollectError('usage', `filters: ${field}: ${count} different values (at most ${maxKeys})`);
}

/** struct scope_bits: `listed` scopes name the key, `match` of them want it. */
export const scopeBits = (match: bigint, listed: bigint): Uint8Array => u64s(match, listed);

export function u32s(...values: number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  for (const [i, value] of values.entries()) view.setUint32(i * 4, value, true);
  return new Uint8Array(view.buffer);
}

export function u64s(...values: bigint[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 8));
  for (const [i, value] of values.entries()) view.setBigUint64(i * 8, value, true);
  return new Uint8Array(view.buffer);
}
