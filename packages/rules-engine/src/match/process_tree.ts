import type { RunningProcess } from '@tracee/event-schema';
import type { Event } from '../signature/signature';

/** A process as its descendants remember it. */
export interface Process {
  readonly hostProcessId: number;
  /** ns since boot */
  readonly startTime: bigint;
  /** comm when it was last heard of */
  readonly processName: string;
  /** '' when not known */
  readonly executable: string;
}

interface Node {
  process: Process;
  /** The parent first. Copies, so that nothing keeps a long-gone process in memory. */
  readonly ancestors: readonly Process[];
}

/** What the tree is made of. */
export const treeEvents = ['sched_process_fork', 'sched_process_exec', 'sched_process_exit'] as const;

/** ns: starts of running processes are no finer. */
const startStep = 10_000_000n;
const maxAncestors = 5;
const maxProcesses = 65_536;
/** Ended processes that are still known, for events that come late. */
const maxEnded = 4096;

/** Who started whom, as far as the events, and what ran before them, tell; bounded. */
export class ProcessTree {
  /** By process id in the initial namespace; the one that was heard of longest ago first. */
  private readonly nodes = new Map<number, Node>();
  private readonly ended = new Map<number, bigint>();
  /** Processes that ran before the events, until the first event of each or of a child. */
  private readonly running = new Map<number, RunningProcess>();

  /** A process that ran before the events begin. */
  begin(process: RunningProcess): void {
    if (this.running.size < maxProcesses) this.running.set(process.hostProcessId, process);
  }

  /** Learns from an event of treeEvents; others tell nothing. */
  learn(event: Event): void {
    if (event.eventName === 'sched_process_fork') this.fork(event as Event<'sched_process_fork'>);
    else if (event.eventName === 'sched_process_exec') this.exec(event as Event<'sched_process_exec'>);
    else if (event.eventName === 'sched_process_exit') this.exit(event as Event<'sched_process_exit'>);
  }

  /** Up to five, the parent first; empty when not known. */
  ancestors(event: Event): readonly Process[] {
    const own = this.node(event.hostProcessId, event.processStartTime);
    return own !== undefined && own.ancestors.length > 0 ? own.ancestors : this.lineOfParent(event);
  }

  private fork(event: Event<'sched_process_fork'>): void {
    const { child_tid, child_pid, start_time } = event.args;
    if (child_tid !== child_pid || start_time === null) return; // a thread
    const parent = this.node(event.hostProcessId, event.processStartTime) ?? this.remember(event, self(event));
    const process = { ...parent.process, hostProcessId: child_pid, startTime: start_time };
    this.add({ process, ancestors: [parent.process, ...parent.ancestors].slice(0, maxAncestors) });
  }

  private exec(event: Event<'sched_process_exec'>): void {
    const process = { ...self(event), executable: event.args.pathname ?? event.executablePath };
    const known = this.node(event.hostProcessId, event.processStartTime);
    if (known === undefined) this.remember(event, process);
    else known.process = process;
  }

  private exit(event: Event<'sched_process_exit'>): void {
    if (!event.args.process_group_exit) return;
    this.ended.set(event.hostProcessId, event.processStartTime);
    if (this.ended.size <= maxEnded) return;
    const [[id, start] = [-1, -1n]] = this.ended;
    this.ended.delete(id);
    if (this.node(id, start) !== undefined) this.nodes.delete(id);
  }

  private remember(event: Event, process: Process): Node {
    return this.add({ process, ancestors: this.lineOfParent(event) });
  }

  private lineOfParent({ hostParentProcessId, parentStartTime }: Event): readonly Process[] {
    const parent = this.node(hostParentProcessId, parentStartTime);
    return parent === undefined ? [] : [parent.process, ...parent.ancestors].slice(0, maxAncestors);
  }

  private add(node: Node): Node {
    const { hostProcessId } = node.process;
    this.nodes.delete(hostProcessId);
    this.nodes.set(hostProcessId, node);
    if (this.nodes.size > maxProcesses) this.nodes.delete(this.nodes.keys().next().value as number);
    return node;
  }

  /** Process ids are used again: the start tells whether it is the same process. */
  private node(hostProcessId: number, startTime: bigint): Node | undefined {
    const node = this.nodes.get(hostProcessId);
    return node?.process.startTime === startTime ? node : this.ranBefore(hostProcessId, startTime);
  }

  private ranBefore(hostProcessId: number, startTime: bigint): Node | undefined {
    const known = this.running.get(hostProcessId);
    if (known === undefined || known.startTime !== startTime - (startTime % startStep)) return undefined;
    const { processName, executable } = known;
    return this.add({
      process: { hostProcessId, startTime, processName, executable },
      ancestors: this.lineOfRunning(known.hostParentProcessId),
    });
  }

  private lineOfRunning(first: number): Process[] {
    const line: Process[] = [];
    for (let next = this.running.get(first); next !== undefined && line.length < maxAncestors; ) {
      const { hostParentProcessId, ...process } = next;
      line.push(process);
      next = this.running.get(hostParentProcessId);
    }
    return line;
  }
}

const self = (event: Event): Process => ({
  hostProcessId: event.hostProcessId,
  startTime: event.processStartTime,
  processName: event.processName,
  executable: event.executablePath,
});
