import type { Scope } from '../filter/condition';
import { type ProcessEntry, runningProcesses } from '../filter/process_tree';
import { runningEntries } from '../filter/running';
import type { NativeSession } from '../native';

/** A walk finds those whose parent was entered after it forked; each walk is shorter than the one before, so few are needed. */
const mostWalks = 10;

/** Enters processes that run already. Fork is followed by then; /proc is walked until nobody new is found, so that none is missed. */
export function fillTrees(
  session: NativeSession,
  scopes: readonly Scope[],
  bank: number,
  processes: () => ProcessEntry[] = runningProcesses,
): void {
  if (!scopes.some(({ trees, follow }) => trees !== undefined || follow)) return;
  const entered = new Set<string>();
  for (let walk = 0; walk < mostWalks; walk++) {
    const fresh = [...runningEntries(scopes, processes(), bank)].filter(([name]) => !entered.has(name));
    if (fresh.length === 0) return;
    for (const [name, { map, key, value }] of fresh) {
      session.updateMap(map, key, value);
      entered.add(name);
    }
  }
}
