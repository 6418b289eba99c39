import { encodeText } from '@tracee/event-schema';
import { CollectError } from '../errors';
import {
  type Condition,
  type ContainerFilter,
  type ContextSubject,
  contextSubjects,
  describedSubjects,
  type Pattern,
  type Scope,
  textMatches,
} from './condition';
import { patternKey } from './conditions';
import { comparesUnsigned } from './match';

/** Whether the kernel decides a condition on the context: numbers, and names without wildcards. */
export const isForKernel = ({ anyOf, noneOf }: Condition): boolean =>
  [...anyOf, ...noneOf].every((pattern) => pattern.kind !== 'text' || pattern.how === 'exact');

/** Throws when descendants would have to be followed of tasks that the kernel cannot tell. */
export function checkFollow({ name, follow, context, container }: Scope): void {
  if (!follow) return;
  const where = name === '' ? '--trace' : `policy: "${name}"`;
  if (!context.every(isForKernel))
    throw new CollectError(
      'usage',
      `${where}: follow: comm and uts with a wildcard cannot be followed (write whole names)`,
    );
  if (container?.described !== undefined)
    throw new CollectError(
      'usage',
      `${where}: follow: containers cannot be followed by what their runtime tells (write container=ID)`,
    );
}

/** What is left to decide of an event, once the kernel has sent it. */
export interface Residue {
  readonly conditions: readonly Condition[];
  readonly events: readonly EventResidue[];
  readonly containers: readonly ContainerResidue[];
}

/** A scope with a filter on containers. The kernel sends all of a container that it does not know yet. */
interface ContainerResidue {
  readonly scope: number;
  readonly filter: ContainerFilter;
}

interface EventResidue {
  readonly id: number;
  /** Scopes of which nothing is left to decide. */
  readonly always: bigint;
  /** A scope that is left, and the numbers of the conditions that must hold: alternatives when it comes more than once. */
  readonly clauses: readonly { readonly scope: number; readonly conditions: readonly number[] }[];
}

/** The conditions on arguments and return values, those on the context that the kernel leaves, each once, and those on containers. */
export function residueOf(scopes: readonly Scope[]): Residue {
  const numbers = new Map<string, number>();
  const conditions: Condition[] = [];
  const numberOf = (condition: Condition): number => {
    const key = patternKey(condition);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, conditions.length);
    return conditions.push(condition) - 1;
  };
  const ids = [...new Set(scopes.flatMap((scope) => [...scope.events.keys()]))].sort((a, b) => a - b);
  const events = ids.map((id): EventResidue => {
    let always = 0n;
    const clauses: { scope: number; conditions: number[] }[] = [];
    for (const [scope, { context, events }] of scopes.entries()) {
      const left = context.filter((condition) => !isForKernel(condition));
      for (const clause of events.get(id) ?? []) {
        const all = [...left, ...clause];
        if (all.length === 0) always |= 1n << BigInt(scope);
        else clauses.push({ scope, conditions: all.map(numberOf) });
      }
    }
    return { id, always, clauses };
  });
  // who is followed is known to the kernel alone
  const containers = scopes.flatMap(({ container, follow }, scope) =>
    container === undefined || follow ? [] : [{ scope, filter: container }],
  );
  return { conditions, events: events.filter(({ clauses }) => clauses.length > 0), containers };
}

const subjectKinds = { context: 0, argument: 1, retval: 2 } as const;
const contextNumbers = Object.keys(contextSubjects) as ContextSubject[];
const most = { u16: 0xffff } as const;

/**
 * The residue as the addon reads it (native/residue.h), little endian:
 *
 *     u16 conditions: { u8 subject kind, u16 context field or argument, u8 bounds (1 min, 2 max, 4 unsigned), u64 min, u64 max, set anyOf, set noneOf }
 *     u16 events:     { u16 id, u64 always, u32 clauses: { u8 scope, u16 conditions: u16 number } }
 *     u8 containers:  { u8 scope, u8 inside (1 no, 2 yes), u8 new (likewise), set wanted ids, set excluded ids,
 *                       u16 described: { u8 subject, u16 bytes, label, set anyOf, set noneOf } }
 *     set:            u32 numbers: { u64 mask, u64 value }, u32 texts: { u8 how, u16 bytes, text },
 *                     u32 addresses: { u8 bytes, u8 bits, address }, u32 families: u16
 */
export function encodeResidue({ conditions, events, containers }: Residue): Uint8Array {
  const out = new Writer();
  if (conditions.length > most.u16)
    throw new CollectError('usage', `filters: ${conditions.length} different conditions (at most ${most.u16})`);
  out.u16(conditions.length);
  for (const condition of conditions) putCondition(out, condition);
  out.u16(events.length);
  for (const { id, always, clauses } of events) {
    out.u16(id);
    out.u64(always);
    out.u32(clauses.length);
    for (const { scope, conditions } of clauses) {
      out.u8(scope);
      out.u16(conditions.length);
      for (const number of conditions) out.u16(number);
    }
  }
  out.u8(containers.length);
  for (const container of containers) putContainer(out, container);
  return out.bytes();
}

const asked = (wanted: boolean | undefined): number => (wanted === undefined ? 0 : wanted ? 2 : 1);

function putContainer(out: Writer, { scope, filter }: ContainerResidue): void {
  const { inContainer, isNew, ids, described = [] } = filter;
  const prefixes = (texts: readonly string[] = []): Pattern[] =>
    texts.map((text) => ({ kind: 'text', how: 'prefix', text }));
  out.u8(scope);
  out.u8(asked(inContainer));
  out.u8(asked(isNew));
  putSet(out, prefixes(ids?.wanted));
  putSet(out, prefixes(ids?.excluded));
  out.u16(described.length);
  for (const { subject, label = '', anyOf, noneOf } of described) {
    const bytes = encodeText(label);
    out.u8(subject === 'label' ? describedSubjects.length : describedSubjects.indexOf(subject));
    out.u16(bytes.length);
    out.put(bytes);
    putSet(out, anyOf);
    putSet(out, noneOf);
  }
}

function putCondition(out: Writer, { subject, anyOf, noneOf, min, max }: Condition): void {
  out.u8(subjectKinds[subject.kind]);
  out.u16(
    subject.kind === 'context'
      ? contextNumbers.indexOf(subject.field)
      : subject.kind === 'argument'
        ? subject.index
        : 0,
  );
  out.u8((min === undefined ? 0 : 1) | (max === undefined ? 0 : 2) | (comparesUnsigned(subject) ? 4 : 0));
  const wide = comparesUnsigned(subject) ? [0n, 2n ** 64n - 1n] : [-(2n ** 63n), 2n ** 63n - 1n];
  const clamp = (value: bigint | undefined) => {
    const [least, greatest] = wide as [bigint, bigint];
    return value === undefined ? 0n : value < least ? least : value > greatest ? greatest : value;
  };
  out.u64(clamp(min));
  out.u64(clamp(max));
  for (const set of [anyOf, noneOf]) putSet(out, set);
}

function putSet(out: Writer, patterns: readonly Pattern[]): void {
  const of = <K extends Pattern['kind']>(kind: K) =>
    patterns.filter((p): p is Extract<Pattern, { kind: K }> => p.kind === kind);
  out.list(of('number'), ({ mask, value }) => {
    out.u64(mask);
    out.u64(value);
  });
  out.list(of('text'), ({ how, text }) => {
    const bytes = encodeText(text);
    out.u8(textMatches.indexOf(how));
    out.u16(bytes.length);
    out.put(bytes);
  });
  out.list(of('address'), ({ bytes, bits }) => {
    out.u8(bytes.length);
    out.u8(bits);
    out.put(Uint8Array.from(bytes));
  });
  out.list(of('family'), ({ family }) => out.u16(family));
}

class Writer {
  readonly #parts: Uint8Array[] = [];

  u8(value: number): void {
    this.put(Uint8Array.of(value));
  }
  u16(value: number): void {
    const bytes = Buffer.alloc(2);
    bytes.writeUInt16LE(value);
    this.put(bytes);
  }
  u32(value: number): void {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    this.put(bytes);
  }
  u64(value: bigint): void {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt.asUintN(64, value));
    this.put(bytes);
  }
  put(bytes: Uint8Array): void {
    this.#parts.push(bytes);
  }
  list<T>(values: readonly T[], put: (value: T) => void): void {
    this.u32(values.length);
    for (const value of values) put(value);
  }
  bytes(): Uint8Array {
    return Buffer.concat(this.#parts);
  }
}
