import { type EventDefinition, type ProbeKind, parseProbe } from '@tracee/event-schema';
import { startEvents } from './stream/start_events';

/** A program reached by a tail call: its place in a map of programs. */
export interface TailCall {
  readonly map: string;
  readonly index: number;
  readonly program: string;
}

/** BPF programs that report an event, or a part of it. */
export interface Probe {
  readonly kind: ProbeKind;
  /** As --list shows it: "fentry security_file_open". */
  readonly title: string;
  /** All of them must attach. */
  readonly programs: readonly string[];
  /** Add to the event; it is reported without them. */
  readonly optional?: readonly string[];
  readonly tails?: readonly TailCall[];
}

/** Probes of which one is enough, the cheapest first. */
export type Alternatives = readonly Probe[];

const tracepoint = (name: string, rest: Partial<Probe> = {}): Probe => ({
  kind: 'tracepoint',
  title: `tracepoint ${name}`,
  programs: [name],
  ...rest,
});

const atExit = tracepoint('sys_exit', {
  programs: ['syscall_exit'],
  tails: [{ map: 'exit_tails', index: 0, program: 'syscall_fetch_exit' }],
});
const atEntry = tracepoint('sys_enter', {
  programs: ['syscall_enter'],
  tails: [{ map: 'enter_tails', index: 0, program: 'syscall_fetch_enter' }],
});

/** Reports an execution whose arguments could not be read at entry. */
const atExec = tracepoint('sched_process_exec', { programs: ['syscall_exec_done'] });

/** By the way a system call is reported (event-schema/events/define.ts). */
const syscallProbes: Readonly<Record<'exit' | 'entry' | 'entry-and-failure', readonly Probe[]>> = {
  exit: [atExit],
  entry: [atEntry],
  'entry-and-failure': [atEntry, atExec, atExit],
};

/** Tells names of programs that are executed by descriptor. */
const renamed = tracepoint('task_rename', { programs: ['exec_rename'] });

/** Tell the collector which cgroup is which container's: attached before whatever else is on their tracepoints, so that it knows first. */
export const containerPrograms = ['cgroup_mkdir', 'cgroup_rmdir', 'mount_namespace_exec__sched_process_exec'] as const;

/** Tell the collector what every process runs, likewise first: each event names the executable (bpf-core/probes/program.bpf.c). */
export const executablePrograms = ['program_fork', 'program_exec'] as const;

/** Lets the collector's health be asked (bpf-core/probes/pulse.bpf.c). */
export const pulseProgram = 'pulse';

/** Events that no probe reports and the collector makes. */
const madeHere: ReadonlySet<string> = new Set(['existing_container', 'probe_detached', ...startEvents]);

/** Keep the trees of processes true: attached before, and after, every other program on the same tracepoints. */
export const treePrograms = { first: 'tree_fork', last: 'tree_free' } as const;

/** Loads wherever the object's tracepoint programs do: tells whether the kernel takes the object at all. */
export const simplestProgram = 'sched_process_exit';

/** Where an event is observed; every place is needed. Nowhere, when it is worked out from others. */
export function probesOf(event: EventDefinition): readonly Alternatives[] {
  if (event.derived !== undefined) return [];
  if (event.syscall !== undefined) return syscallProbes[event.syscall.report].map((probe) => [probe]);
  const optional = additionsTo(event).flatMap(({ programs }) => programs);
  return parseProbe(event.name, event.probe ?? `tracepoint ${event.name}`).map((hook) =>
    hook.map(({ kind, target, programs }) => ({
      kind,
      title: `${kind} ${target}`,
      programs,
      ...(optional.length === 0 ? {} : { optional }),
    })),
  );
}

/** Programs that add to an event. */
export function additionsTo(event: EventDefinition): readonly Probe[] {
  const named = event.adds === undefined ? [] : parseProbe(event.name, event.adds).flat();
  const own = named.map(({ kind, target, programs }) => ({ kind, title: `${kind} ${target}`, programs }));
  return event.name === 'sched_process_exec' ? [...own, renamed] : own;
}

/** Why no probe can report the event on this processor; undefined when one can. */
export function absentHere({ name, syscall, derived }: EventDefinition, arch: NodeJS.Architecture): string | undefined {
  if (madeHere.has(name)) return undefined;
  if (derived !== undefined) return `worked out from ${derived}: not by this collector`;
  if (syscall === undefined) return undefined;
  const numbers = arch === 'arm64' ? [syscall.arm64] : [syscall.x64, syscall.ia32];
  return numbers.some((number) => number !== null) ? undefined : `not a system call of ${arch}`;
}
