import type { WireType } from '@tracee/event-schema';

/** Context fields that a condition may look at, and what they hold. */
export const contextSubjects = {
  uid: 'number',
  pid: 'number',
  mntns: 'number',
  pidns: 'number',
  comm: 'text',
  uts: 'text',
} as const;
export type ContextSubject = keyof typeof contextSubjects;

/** What a condition looks at. */
export type Subject =
  | { readonly kind: 'context'; readonly field: ContextSubject }
  | { readonly kind: 'argument'; readonly index: number; readonly name: string; readonly type: WireType }
  | { readonly kind: 'retval' };

/** One value to compare with. */
export type Pattern =
  /** (v & mask) == value, both as 64-bit two's complement */
  | { readonly kind: 'number'; readonly mask: bigint; readonly value: bigint }
  /** bytes of the text; of a list, any element */
  | { readonly kind: 'text'; readonly how: TextMatch; readonly text: string }
  /** the first `bits` of an IP address: 4 bytes are IPv4 (also when mapped into IPv6), 16 are IPv6 */
  | { readonly kind: 'address'; readonly bytes: readonly number[]; readonly bits: number }
  /** sa_family */
  | { readonly kind: 'family'; readonly family: number };
export const textMatches = ['exact', 'prefix', 'suffix', 'contains'] as const;
export type TextMatch = (typeof textMatches)[number];

/**
 * All that is asked of one subject: one of `anyOf` (when there are any), none of `noneOf`, and from `min` to `max`. A value that the
 * kernel could not read equals nothing and lies in no range.
 */
export interface Condition {
  readonly subject: Subject;
  readonly anyOf: readonly Pattern[];
  readonly noneOf: readonly Pattern[];
  readonly min?: bigint;
  readonly max?: bigint;
}

/** Wanted and excluded values of a filter that only the kernel's view of a task can decide. */
export interface Choice<T> {
  readonly wanted: readonly T[];
  readonly excluded: readonly T[];
}

/** What a runtime tells of a container, as filters name it; and labels, each by its key. */
export const describedSubjects = ['name', 'image', 'pod', 'namespace'] as const;
export type DescribedSubject = (typeof describedSubjects)[number];

/** What is asked of one text of a container's description: one of `anyOf`, when there are any, none of `noneOf`. */
export interface DescribedCondition {
  readonly subject: DescribedSubject | 'label';
  /** Of a label: its key. */
  readonly label?: string;
  readonly anyOf: readonly Pattern[];
  readonly noneOf: readonly Pattern[];
}

/**
 * Container filters: of tasks in any container or in none, in containers started since, by the beginning of the id, and by what the
 * runtime tells of the container.
 */
export interface ContainerFilter {
  readonly inContainer?: boolean;
  readonly isNew?: boolean;
  readonly ids?: Choice<string>;
  readonly described?: readonly DescribedCondition[];
}

/** A conjunction. */
export type Clause = readonly Condition[];

/** A policy, or all --trace expressions together: which events, of which tasks. */
export interface Scope {
  /** '' for the --trace expressions */
  readonly name: string;
  readonly context: readonly Condition[];
  /** Process trees, by the host process id of the root. */
  readonly trees?: Choice<number>;
  /** Paths of executables. */
  readonly executables?: Choice<string>;
  readonly container?: ContainerFilter;
  /** Processes that started after the collector, or before it. */
  readonly newProcesses?: boolean;
  /** Descendants of a matched process match too. */
  readonly follow: boolean;
  /** By event id: alternatives, one of which must hold. */
  readonly events: ReadonlyMap<number, readonly Clause[]>;
}

/** Scopes at once: bits of a bitmap. */
export const maxScopes = 64;
