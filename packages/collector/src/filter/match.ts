import { encodeText, type PlainEvent } from '@tracee/event-schema';
import type { Description } from '../containers/description';
import type { Choice, Clause, Condition, Pattern, Scope, Subject } from './condition';
import { nothingTold, takesContainer } from './container_match';
import { asUnsigned, isUnsigned64 } from './pattern';
import { textEquals } from './text_equals';

/** What the kernel knows of the task and a decoded event does not say. */
export interface TaskFacts {
  /** Roots of the trees that the process belongs to: itself and its ancestors. */
  readonly ancestry: ReadonlySet<number>;
  readonly executable: string;
  /** '' outside of containers */
  readonly containerId: string;
  readonly isNewContainer: boolean;
  /** What the runtime told of the container; absent when it told nothing. */
  readonly description?: Description;
  readonly isNewProcess: boolean;
  /** Scopes that follow the process because an ancestor of it matched. */
  readonly followed: bigint;
}

/** What the conditions look at. */
export type TaskContext = Pick<
  PlainEvent,
  'userId' | 'hostProcessId' | 'mountNamespace' | 'pidNamespace' | 'processName' | 'hostName' | 'returnValue'
> & { readonly args: object };

/**
 * The reference: states what filters mean, over decoded events. The kernel and the native matcher must give the same bitmap; the order
 * of the scopes is their bit.
 */
export function matchScopes(scopes: readonly Scope[], event: PlainEvent, facts: TaskFacts): bigint {
  let bits = 0n;
  for (const [i, scope] of scopes.entries())
    if (matches(scope, event, facts, ((facts.followed >> BigInt(i)) & 1n) === 1n)) bits |= 1n << BigInt(i);
  return bits;
}

function matches(scope: Scope, event: PlainEvent, facts: TaskFacts, followed: boolean): boolean {
  const alternatives = scope.events.get(event.eventId);
  if (alternatives === undefined) return false;
  if (!(scope.follow && followed) && !takesTask(scope, event, facts)) return false;
  return alternatives.some((clause) => holdsAll(clause, event));
}

/** The filters on the context: all must hold. */
export function takesTask(scope: Scope, event: TaskContext, facts: TaskFacts): boolean {
  const { trees, executables, container, newProcesses } = scope;
  return (
    holdsAll(scope.context, event) &&
    chosen(trees, (root) => facts.ancestry.has(root)) &&
    chosen(executables, (path) => facts.executable === path) &&
    (container === undefined || takesContainer(container, containerOf(facts)) === true) &&
    is(newProcesses, facts.isNewProcess)
  );
}

const containerOf = ({ containerId: id, isNewContainer: isNew, description = nothingTold }: TaskFacts) => ({
  id,
  isNew,
  description,
});

const is = (asked: boolean | undefined, fact: boolean): boolean => asked === undefined || asked === fact;

function chosen<T>(choice: Choice<T> | undefined, holds: (value: T) => boolean): boolean {
  if (choice === undefined) return true;
  return (choice.wanted.length === 0 || choice.wanted.some(holds)) && !choice.excluded.some(holds);
}

const holdsAll = (clause: Clause, event: TaskContext): boolean => clause.every((condition) => holds(condition, event));

/** Whether a condition holds for an event. */
export function holds({ subject, anyOf, noneOf, min, max }: Condition, event: TaskContext): boolean {
  const value = lookAt(subject, event);
  const is = (pattern: Pattern) => elements(value).some((one) => equals(pattern, one));
  if (anyOf.length > 0 && !anyOf.some(is)) return false;
  if (noneOf.some(is)) return false;
  if (min === undefined && max === undefined) return true;
  if (typeof value !== 'number' && typeof value !== 'bigint') return false;
  const number = BigInt(value);
  return (min === undefined || number >= min) && (max === undefined || number <= max);
}

function lookAt(subject: Subject, event: TaskContext): unknown {
  if (subject.kind === 'retval') return event.returnValue;
  if (subject.kind === 'argument') return (event.args as Readonly<Record<string, unknown>>)[subject.name] ?? null;
  switch (subject.field) {
    case 'uid':
      return event.userId;
    case 'pid':
      return event.hostProcessId;
    case 'mntns':
      return event.mountNamespace;
    case 'pidns':
      return event.pidNamespace;
    case 'comm':
      return event.processName;
    case 'uts':
      return event.hostName;
  }
}

/** A list matches when an element does; what could not be read has none. */
const elements = (value: unknown): readonly unknown[] => (value === null ? [] : Array.isArray(value) ? value : [value]);

function equals(pattern: Pattern, value: unknown): boolean {
  switch (pattern.kind) {
    case 'number':
      return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
        ? (asUnsigned(value) & pattern.mask) === pattern.value
        : false;
    case 'text': {
      const bytes =
        typeof value === 'string' ? encodeText(value) : value instanceof Uint8Array ? unixPath(value) : undefined;
      return bytes !== undefined && textEquals(pattern.how, encodeText(pattern.text), bytes);
    }
    case 'address':
      return value instanceof Uint8Array && addressEquals(pattern.bytes, pattern.bits, value);
    case 'family':
      return value instanceof Uint8Array && value.length >= 2 && familyOf(value) === pattern.family;
  }
}

const familyOf = (address: Uint8Array): number => (address[0] as number) | ((address[1] as number) << 8);
const family = { unix: 1, inet: 2, inet6: 10 } as const;

/** Path of an AF_UNIX address: up to its NUL; an abstract name after `@`, without the NULs behind it. */
function unixPath(address: Uint8Array): Buffer | undefined {
  if (address.length < 2 || familyOf(address) !== family.unix) return undefined;
  const path = Buffer.from(address.subarray(2));
  if (path.length === 0 || path[0] !== 0) {
    const end = path.indexOf(0);
    return end < 0 ? path : path.subarray(0, end);
  }
  let end = path.length;
  while (end > 1 && path[end - 1] === 0) end--;
  return end <= 1 ? Buffer.alloc(0) : Buffer.concat([Buffer.from('@'), path.subarray(1, end)]);
}

const mapped = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff];

/** IPv4 addresses are those of AF_INET and, mapped, of AF_INET6. */
function addressEquals(wanted: readonly number[], bits: number, address: Uint8Array): boolean {
  if (address.length < 2) return false;
  if (familyOf(address) === family.inet)
    return address.length >= 8 && wanted.length === 4 && sameBits(wanted, address.subarray(4, 8), bits);
  if (familyOf(address) !== family.inet6 || address.length < 24) return false;
  const own = address.subarray(8, 24);
  if (wanted.length === 16) return sameBits(wanted, own, bits);
  return mapped.every((byte, i) => own[i] === byte) && sameBits(wanted, own.subarray(12), bits);
}

function sameBits(a: readonly number[], b: Uint8Array, bits: number): boolean {
  for (let i = 0; i < bits; i++) {
    const bit = 0x80 >> (i % 8);
    if (((a[i >> 3] as number) & bit) !== ((b[i >> 3] as number) & bit)) return false;
  }
  return true;
}

/** Numbers that are compared as unsigned: the native matcher does the same. */
export const comparesUnsigned = (subject: Subject): boolean =>
  subject.kind === 'argument' && isUnsigned64(subject.type);
