import { CollectError } from '../errors';
import { maxScopes, type Scope } from '../filter/condition';

/** Holds the place of a bit that no policy has. */
export const noScope: Scope = { name: '', context: [], follow: false, events: new Map() };

/**
 * Where scopes stand that replace others. A name keeps its bit, and a new one takes a bit that nobody has now: events of the old filters
 * that are still under way mean the old names.
 */
export function placeScopes(running: readonly Scope[], next: readonly Scope[]): Scope[] {
  const placed: (Scope | undefined)[] = running.map((old) =>
    old === noScope ? undefined : next.find(({ name }) => name === old.name),
  );
  for (const scope of next) {
    if (placed.includes(scope)) continue;
    const free = placed.findIndex((at, i) => at === undefined && (running[i] ?? noScope) === noScope);
    placed[free < 0 ? placed.length : free] = scope;
  }
  if (placed.length > maxScopes)
    throw new CollectError(
      'usage',
      `policy: ${next.length} policies beside those that they replace (at most ${maxScopes} names at once: change fewer, then the others)`,
    );
  while (placed.length > 0 && placed.at(-1) === undefined) placed.pop();
  return placed.map((scope) => scope ?? noScope);
}
