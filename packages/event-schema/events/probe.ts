/** Ways to reach an event in the kernel, each a kind of BPF program (bpf-core/include/probe.h). */
const kinds = ['tracepoint', 'fentry', 'fexit', 'fentry+fexit', 'kprobe', 'kretprobe'] as const;
export type ProbeKind = (typeof kinds)[number];

/** One way to observe at one place. */
export interface ProbeCandidate {
  readonly kind: ProbeKind;
  /** The kernel's tracepoint or function. */
  readonly target: string;
  /** All are needed, and attached in this order. */
  readonly programs: readonly string[];
}

/** The ways to observe at one place, the cheapest first: the first that works here is taken. */
export type Hook = readonly ProbeCandidate[];

/**
 * A definition's `probe`: "fexit vfs_write | kretprobe vfs_write & fexit vfs_writev | kretprobe vfs_writev" are two places, both needed,
 * with two ways each. Programs are named after the event, with `__function` where that is another name, and the kind; a tracepoint's
 * has no kind. A kretprobe has a second program, at the entry, that keeps the parameters; a fexit only where it must know what was
 * before the call (fentry+fexit).
 */
export function parseProbe(event: string, probe: string): Hook[] {
  return probe.split('&').map((hook) => hook.split('|').map((text) => parseCandidate(event, text.trim())));
}

function parseCandidate(event: string, text: string): ProbeCandidate {
  const [, kind, target] = /^([\w+]+) (\w+)$/.exec(text) ?? [];
  if (kind === undefined || target === undefined || !kinds.includes(kind as ProbeKind)) {
    throw new Error(`define event: ${event}: probe "${text}": not "KIND TARGET" (kinds: ${kinds.join(', ')})`);
  }
  return {
    kind: kind as ProbeKind,
    target,
    programs: programs(target === event ? event : `${event}__${target}`, kind as ProbeKind),
  };
}

function programs(base: string, kind: ProbeKind): string[] {
  if (kind === 'tracepoint') return [base];
  if (kind === 'kretprobe') return [`${base}__kretprobe_entry`, `${base}__kretprobe`];
  if (kind === 'fentry+fexit') return [`${base}__fexit_entry`, `${base}__fexit`];
  return [`${base}__${kind}`];
}

/** The usual ways to observe calls of a function, returns from it, and both. */
export const onEntry = (target: string): string => `fentry ${target} | kprobe ${target}`;
export const onReturn = (target: string): string => `fexit ${target} | kretprobe ${target}`;
export const onCall = (target: string): string => `fentry+fexit ${target} | kretprobe ${target}`;
