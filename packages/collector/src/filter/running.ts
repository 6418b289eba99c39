import type { Scope } from './condition';
import { type MapEntry, scopeBits, u32s, u64s } from './filter_bank';
import { type TaskContext, type TaskFacts, takesTask } from './match';
import { type ProcessEntry, treeOf } from './process_tree';

const bit = (scope: number): bigint => 1n << BigInt(scope);

/** Entries for processes that run already; from then on fork keeps `tree` and `followed` in the kernel. */
export function runningEntries(
  scopes: readonly Scope[],
  processes: readonly ProcessEntry[],
  bank: number,
): Map<string, MapEntry> {
  const entries = new Map<string, MapEntry>();
  const trees = new Map<number, { match: bigint; listed: bigint }>();
  const followed = new Map<number, bigint>();
  for (const [i, scope] of scopes.entries()) {
    for (const [pid, match] of memberships(scope, processes)) {
      const bits = trees.get(pid) ?? { match: 0n, listed: 0n };
      trees.set(pid, { match: match ? bits.match | bit(i) : bits.match, listed: bits.listed | bit(i) });
    }
    for (const pid of followedBy(scope, processes)) followed.set(pid, (followed.get(pid) ?? 0n) | bit(i));
  }
  for (const [pid, { match, listed }] of trees)
    entries.set(`tree ${pid}`, { map: 'tree', key: u32s(bank, pid), value: scopeBits(match, listed) });
  for (const [pid, bits] of followed)
    entries.set(`followed ${pid}`, { map: 'followed', key: u32s(bank, pid), value: u64s(bits) });
  return entries;
}

/** Members of the trees named, and whether they match: in a wanted tree (when any is) and in no excluded one. */
function memberships({ trees }: Scope, processes: readonly ProcessEntry[]): Map<number, boolean> {
  if (trees === undefined) return new Map();
  const excluded = treeOf(trees.excluded, processes);
  const wanted = treeOf(trees.wanted, processes);
  return new Map([...wanted, ...excluded].map((pid) => [pid, wanted.has(pid) && !excluded.has(pid)]));
}

/** Descendants of the processes that match now. */
function followedBy(scope: Scope, processes: readonly ProcessEntry[]): number[] {
  if (!scope.follow) return [];
  const parents = new Map(processes.map(({ pid, parent }) => [pid, parent]));
  const matched = processes.filter((process) => matchesNow(scope, process, parents)).map(({ pid }) => pid);
  const own = new Set(matched);
  return [...treeOf(matched, processes)].filter((pid) => !own.has(pid));
}

/** The filters on tasks, for a process that ran before the collector. */
export function matchesNow(scope: Scope, process: ProcessEntry, parents: ReadonlyMap<number, number>): boolean {
  const ancestry = new Set<number>();
  for (let pid: number | undefined = process.pid; pid !== undefined && !ancestry.has(pid); pid = parents.get(pid))
    ancestry.add(pid);
  const facts: TaskFacts = {
    ancestry,
    executable: '',
    containerId: process.containerId,
    isNewContainer: false,
    isNewProcess: false,
    followed: 0n,
  };
  const context: TaskContext = {
    userId: process.uid,
    hostProcessId: process.pid,
    mountNamespace: process.mntns,
    pidNamespace: process.pidns,
    processName: process.comm,
    hostName: process.uts,
    returnValue: 0n,
    args: {},
  };
  return takesTask(scope, context, facts);
}
