import type { EventDefinition } from '@tracee/event-schema';
import { CollectError } from '../errors';
import type { NativeSession } from '../native';
import { treePrograms } from '../probes';
import { availability, hasAlternative, type Plan, type Unavailable } from './plan';
import type { Reach } from './reach';

/** Puts the programs of tail calls in place; those that could not be put, with the reason. */
export function setTailCalls(session: NativeSession, plan: Plan): Map<string, string> {
  const failed = new Map<string, string>();
  for (const { map, index, program } of plan.tails) {
    try {
      session.setProgram(map, index, program);
    } catch (error) {
      failed.set(program, error instanceof Error ? error.message : String(error));
    }
  }
  return failed;
}

/** Attaches what keeps the trees of processes; without it a tree filter would be wrong, so that failing is the end. */
export function attachTree(session: NativeSession, end: keyof typeof treePrograms): void {
  for (const { program, error } of session.attach([treePrograms[end]])) {
    if (error !== undefined)
      throw new CollectError('unsupported', `attach: ${program}: ${error} (tree= and follow need it: leave them out)`);
  }
}

/** What came of attaching: `retry`: a program that was refused has an alternative, and the object must be loaded again with it. */
export interface Attached {
  readonly available: readonly EventDefinition[];
  readonly unavailable: readonly Unavailable[];
  readonly degraded: readonly Unavailable[];
  readonly retry: boolean;
}

/** Attaches the probes; an event that lacks one is unavailable, and no other suffers. Refusals are noted in `reach`. */
export function attachProbes(
  session: NativeSession,
  plan: Plan,
  failed: ReadonlyMap<string, string>,
  reach: Reach,
): Attached {
  const degraded: Unavailable[] = [];
  let retry = false;
  for (const [program, reason] of failed) reach.programs.set(program, reason);
  for (const { program, error } of session.attach(plan.attach)) {
    if (error === undefined) continue;
    if (plan.optional.has(program)) degraded.push({ event: program, reason: error });
    reach.programs.set(program, error);
    retry ||= hasAlternative(plan, program, reach);
  }
  return { ...availability(plan.events, reach), degraded, retry };
}
