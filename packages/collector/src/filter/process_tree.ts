import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { decodeText } from '@tracee/event-schema';
import { CollectError } from '../errors';
import { containerIdOf } from './containers';

/** What the filters ask of a process that runs already. */
export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly comm: string;
  readonly uid: number;
  readonly mntns: number;
  readonly pidns: number;
  /** '' where it is not this process's */
  readonly uts: string;
  /** '' outside of containers */
  readonly containerId: string;
}

/** Every process of /proc; those that end while it is read are left out. */
export function runningProcesses(proc = '/proc'): ProcessEntry[] {
  return readdirSync(proc)
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const entry = readProcess(proc, Number(name));
      return entry === undefined ? [] : [entry];
    });
}

function readProcess(proc: string, pid: number): ProcessEntry | undefined {
  let status: string;
  let comm: string;
  try {
    status = readFileSync(`${proc}/${pid}/status`, 'latin1');
    comm = decodeText(readFileSync(`${proc}/${pid}/comm`)).replace(/\n$/, '');
  } catch {
    return undefined;
  }
  const of = `${proc}/${pid}`;
  return {
    pid,
    parent: statusNumber(status, 'PPid'),
    comm,
    uid: statusNumber(status, 'Uid'),
    mntns: namespaceOf(of, 'mnt'),
    pidns: namespaceOf(of, 'pid_for_children'),
    uts: namespaceOf(of, 'uts') === namespaceOf(`${proc}/self`, 'uts') ? hostname() : '',
    containerId: containerIdOf(readText(`${of}/cgroup`)),
  };
}

/** Inode number of a namespace; 0 when the process has gone. */
function namespaceOf(process: string, kind: string): number {
  try {
    return Number(/\d+/.exec(readlinkSync(`${process}/ns/${kind}`))?.[0] ?? 0);
  } catch {
    return 0;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

const statusNumber = (status: string, field: string): number =>
  Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? -1);

/** The roots and all their descendants. */
export function treeOf(roots: readonly number[], processes: readonly ProcessEntry[]): Set<number> {
  const children = new Map<number, number[]>();
  for (const { pid, parent } of processes) {
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [pid]);
    else siblings.push(pid);
  }
  const members = new Set(roots);
  // a Set visits what is added while it is walked
  for (const pid of members) for (const child of children.get(pid) ?? []) members.add(child);
  return members;
}

/** Throws when a root of a tree is not a running process: a filter on it would select nothing, in silence. */
export function checkRoots(roots: readonly number[], proc = '/proc'): void {
  for (const pid of roots) {
    if (!existsSync(`${proc}/${pid}/status`)) {
      throw new CollectError('usage', `filters: tree: no process ${pid} (give the id of a running process)`);
    }
    const leader = statusNumber(readFileSync(`${proc}/${pid}/status`, 'latin1'), 'Tgid');
    if (leader !== pid)
      throw new CollectError('usage', `filters: tree: ${pid} is a thread (write tree=${leader}, its process)`);
  }
}
