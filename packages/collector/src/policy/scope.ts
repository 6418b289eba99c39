import type { Arch, EventDefinition } from '@tracee/event-schema';
import { CollectError } from '../errors';
import { type Clause, maxScopes, type Scope } from '../filter/condition';
import { type Expression, parseExpression, wrong } from '../filter/grammar';
import { argumentClause, contextClause, taskFilters } from '../filter/scope';
import { selectEvents, setNames } from '../filter/select_events';
import type { ReadPolicy } from './read';

/** Keys that the filters of a rule may have besides those of its event. */
const ofRules: readonly string[] = ['uid', 'pid', 'mntns', 'pidns', 'comm', 'uts', 'argument'];

/** The scope that a policy makes. Throws a CollectError that names file, line and path. */
export function policyScope({ policy, place }: ReadPolicy, catalogue: readonly EventDefinition[], arch: Arch): Scope {
  const events = new Map<number, Clause[]>();
  for (const [i, rule] of policy.spec.rules.entries()) {
    const path = ['spec', 'rules', i];
    const filters = (rule.filters ?? []).map((text, k) => ({
      text,
      where: `policy: ${place([...path, 'filters', k])}`,
    }));
    for (const event of eventsOf(rule.event, `policy: ${place([...path, 'event'])}`, catalogue)) {
      const expressions = filters.map(({ text, where }) => ruleFilter(text, where, event.name));
      const clause = [...contextClause(expressions), ...argumentClause(event, expressions, arch)];
      events.set(event.id, [...(events.get(event.id) ?? []), clause]);
    }
  }
  const scope = (policy.spec.scope ?? []).flatMap((text, i) =>
    text.trim() === 'global' ? [] : [scopeFilter(text, `policy: ${place(['spec', 'scope', i])}`)],
  );
  return { name: policy.metadata.name, ...taskFilters(scope), events };
}

function scopeFilter(text: string, where: string): Expression {
  const e = parseExpression(text, where);
  if (e.key === 'event' || e.key === 'set' || e.key === 'argument')
    throw wrong(e, 'a scope says which tasks (events and their arguments belong in spec.rules)');
  return e;
}

function ruleFilter(text: string, where: string, event: string): Expression {
  const e = parseExpression(text, where, event);
  if (e.key === 'pid' && e.operator !== undefined && e.values.includes('new'))
    throw wrong(e, 'pid=new says which tasks (write it in spec.scope)');
  if (ofRules.includes(e.key)) return e;
  throw wrong(
    e,
    `${e.key} says which tasks (write it in spec.scope; filters of a rule: args.NAME, retval, ${ofRules.slice(0, -1).join(', ')})`,
  );
}

/** An event, prefix* or a set. */
function eventsOf(name: string, where: string, catalogue: readonly EventDefinition[]): EventDefinition[] {
  const isSet = setNames(catalogue).includes(name) && !catalogue.some((event) => event.name === name);
  return selectEvents([{ key: isSet ? 'set' : 'event', operator: '=', values: [name], where, text: name }], catalogue);
}

/** All scopes of a run: bit i of the bitmap is scope i. Throws when two have one name, or when they are too many. */
export function checkScopes(scopes: readonly Scope[]): void {
  if (scopes.length > maxScopes)
    throw new CollectError(
      'usage',
      `policy: ${scopes.length} policies (at most ${maxScopes} at once, --trace counts as one)`,
    );
  const names = scopes.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined)
    throw new CollectError('usage', `policy: "${twice}": two policies have this name (rename one: metadata.name)`);
}
