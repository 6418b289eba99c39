import type { Arch, EventDefinition } from '@tracee/event-schema';
import type { Scope } from '../filter/condition';
import { parseExpressions } from '../filter/grammar';
import { checkFollow } from '../filter/residue';
import { traceScope } from '../filter/scope';
import { loadPolicies } from './load';
import { checkScopes } from './scope';

/** Where filters come from. */
export interface FilterSources {
  /** --trace expressions: one scope; the default events when there are no policies either. */
  readonly trace: readonly string[];
  /** Files and directories of policies: a scope each. */
  readonly policies: readonly string[];
}

/** Reads and checks all scopes. Throws a CollectError at the first wrong part. */
export function readScopes(
  { trace, policies }: FilterSources,
  catalogue: readonly EventDefinition[],
  arch: Arch,
): Scope[] {
  const loaded = loadPolicies(policies, catalogue, arch);
  const own = trace.length > 0 || loaded.length === 0 ? [traceScope(parseExpressions(trace), catalogue, arch)] : [];
  const scopes = [...own, ...loaded];
  checkScopes(scopes);
  for (const scope of scopes) checkFollow(scope);
  return scopes;
}
