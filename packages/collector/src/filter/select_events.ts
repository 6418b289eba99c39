import type { EventDefinition } from '@tracee/event-schema';
import { CollectError } from '../errors';
import { type Expression, wrong } from './grammar';
import { didYouMean } from './suggest';

const defaultSet = 'default';

/** Names of all sets, sorted. */
export const setNames = (events: readonly EventDefinition[]): string[] =>
  [...new Set(events.flatMap((event) => event.sets))].sort();

/**
 * The events that the expressions select: those named, those of the sets named, and those whose arguments are filtered (`default` when
 * there are none), without those named by event!= or of the sets named by set!=.
 */
export function selectEvents(
  expressions: readonly Expression[],
  events: readonly EventDefinition[],
): EventDefinition[] {
  const expand = (operator: '=' | '!=') =>
    expressions.flatMap((e) => {
      if (e.key !== 'event' && e.key !== 'set') return [];
      if (e.operator !== operator) return [];
      return e.values.flatMap((value) =>
        e.key === 'event' ? eventsNamed(e, value, events) : eventsOfSet(e, value, events),
      );
    });
  const anyNamed = expressions.some((e) => (e.key === 'event' || e.key === 'set') && e.operator === '=');
  const filtered = expressions.flatMap((e) => (e.key === 'argument' ? [eventNamed(e, e.event, events)] : []));
  const none = !anyNamed && filtered.length === 0;
  const wanted = new Set(none ? eventsOfSet(undefined, defaultSet, events) : [...expand('='), ...filtered]);
  for (const event of expand('!=')) wanted.delete(event);
  const [first] = expressions;
  if (wanted.size === 0)
    throw new CollectError(
      'usage',
      `${first?.where ?? '--trace'}: no event is left (the expressions exclude all they select)`,
    );
  return events.filter((event) => wanted.has(event));
}

/** The event of that name. */
export function eventNamed(at: Expression, name: string, events: readonly EventDefinition[]): EventDefinition {
  const found = events.find((event) => event.name === name);
  if (found !== undefined) return found;
  const hint = setNames(events).includes(name)
    ? `it is a set: write set=${name}`
    : didYouMean(
        name,
        events.map((event) => event.name),
        'see --list',
      );
  throw wrong(at, `no event "${name}" (${hint})`);
}

/** `*` stands at the end of a name only. */
function eventsNamed(at: Expression, pattern: string, events: readonly EventDefinition[]): EventDefinition[] {
  const star = pattern.indexOf('*');
  if (star < 0) return [eventNamed(at, pattern, events)];
  if (star < pattern.length - 1) throw wrong(at, `"${pattern}": only prefix* is understood`);
  const prefix = pattern.slice(0, -1);
  const found = events.filter((event) => event.name.startsWith(prefix));
  if (found.length > 0) return found;
  throw wrong(at, `no event begins with "${prefix}" (see --list)`);
}

function eventsOfSet(at: Expression | undefined, set: string, events: readonly EventDefinition[]): EventDefinition[] {
  const found = events.filter((event) => event.sets.includes(set));
  if (found.length > 0 || at === undefined) return found;
  const sets = setNames(events);
  const hint = events.some((event) => event.name === set)
    ? `it is an event: write event=${set}`
    : didYouMean(set, sets, `sets: ${sets.join(', ')}`);
  throw wrong(at, `no set "${set}" (${hint})`);
}
