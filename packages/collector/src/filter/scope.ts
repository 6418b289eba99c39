import type { Arch, EventDefinition } from '@tracee/event-schema';
import {
  type Choice,
  type Clause,
  type Condition,
  type ContainerFilter,
  type ContextSubject,
  contextSubjects,
  type DescribedCondition,
  describedSubjects,
  type Scope,
} from './condition';
import { argumentCondition, contextCondition, idOf, textCondition } from './conditions';
import { type Expression, type Key, wrong } from './grammar';
import { eventNamed, selectEvents } from './select_events';

type Compared = Extract<Expression, { readonly operator: string }>;
type Tasks = Omit<Scope, 'name' | 'events'>;

const isCompared = (e: Expression): e is Compared => e.operator !== undefined;
const of = (expressions: readonly Expression[], key: Key): Compared[] =>
  expressions.filter(isCompared).filter((e) => e.key === key);

/** The scope that the --trace expressions make. Throws CollectErrors that name the expression. */
export function traceScope(
  expressions: readonly Expression[],
  catalogue: readonly EventDefinition[],
  arch: Arch,
): Scope {
  const events = new Map(
    selectEvents(expressions, catalogue).map((event) => [event.id, [argumentClause(event, expressions, arch)]]),
  );
  // a filter on an event that is not selected would be of no effect, in silence
  for (const e of expressions) {
    if (e.key !== 'argument') continue;
    if (!events.has(eventNamed(e, e.event, catalogue).id))
      throw wrong(e, `${e.event} is excluded (trace it, or leave the filter out)`);
  }
  return { name: '', ...taskFilters(expressions), events };
}

/** What is asked of the arguments of one event. */
export function argumentClause(event: EventDefinition, expressions: readonly Expression[], arch: Arch): Clause {
  const byArgument = new Map<string, Compared[]>();
  for (const e of expressions) {
    if (e.key !== 'argument' || e.event !== event.name) continue;
    byArgument.set(e.argument, [...(byArgument.get(e.argument) ?? []), e]);
  }
  return [...byArgument.values()].map((list) => argumentCondition(event, list, arch));
}

/** What is asked of the fields of the context. */
export function contextClause(expressions: readonly Expression[]): Condition[] {
  return (Object.keys(contextSubjects) as ContextSubject[]).flatMap((field) => {
    const list = of(expressions, field).flatMap((e) => {
      const values = field === 'pid' ? e.values.filter((value) => value !== 'new') : e.values;
      return values.length === 0 ? [] : [{ ...e, values }];
    });
    return list.length === 0 ? [] : [contextCondition(field, list)];
  });
}

/** Which tasks. */
export function taskFilters(expressions: readonly Expression[]): Tasks {
  const trees = choice(of(expressions, 'tree'), (value) => Number(idOf('tree', value)));
  const executables = choice(of(expressions, 'exec'), absolutePath);
  const container = containerFilter(expressions);
  const newProcesses = isNew(of(expressions, 'pid'));
  return {
    context: contextClause(expressions),
    ...(trees === undefined ? {} : { trees }),
    ...(executables === undefined ? {} : { executables }),
    ...(container === undefined ? {} : { container }),
    ...(newProcesses === undefined ? {} : { newProcesses }),
    follow: expressions.some((e) => e.key === 'follow'),
  };
}

/** pid=new, container=new and their opposites. */
function isNew(list: readonly Compared[]): boolean | undefined {
  const asked = list.filter((e) => e.values.includes('new'));
  const [first] = asked;
  if (first === undefined) return undefined;
  for (const e of asked) {
    if (e.operator !== '=' && e.operator !== '!=')
      throw wrong(e, `"${e.operator}" does not compare with new (use = or !=)`);
    if (e.operator !== first.operator) throw wrong(e, 'new is both wanted and excluded (nothing can match)');
  }
  return first.operator === '=';
}

function choice<T>(list: readonly Compared[], read: (value: string) => T): Choice<T> | undefined {
  if (list.length === 0) return undefined;
  const values = (operator: '=' | '!=') =>
    list
      .filter((e) => e.operator === operator)
      .flatMap((e) =>
        e.values.map((value) => {
          try {
            return read(value);
          } catch (error) {
            throw wrong(e, (error as Error).message);
          }
        }),
      );
  const found = { wanted: values('='), excluded: values('!=') };
  if (found.wanted.length > 0 && found.wanted.every((value) => found.excluded.includes(value)))
    throw wrong(list[list.length - 1] as Compared, 'every value is both wanted and excluded (nothing can match)');
  return found;
}

function absolutePath(value: string): string {
  if (!value.startsWith('/')) throw new Error(`"${value}": not an absolute path (write /usr/bin/${value})`);
  if (value.includes('*')) throw new Error(`"${value}": exec takes no wildcard (write the whole path)`);
  return value;
}

function containerFilter(expressions: readonly Expression[]): ContainerFilter | undefined {
  const compared = of(expressions, 'container');
  const inside = expressions.some((e) => e.key === 'container' && !isCompared(e));
  const outside = expressions.find((e) => e.key === '!container');
  const fresh = isNew(compared);
  const ids = choice(
    compared.flatMap((e) => {
      const values = e.values.filter((value) => value !== 'new');
      return values.length === 0 ? [] : [{ ...e, values }];
    }),
    containerId,
  );
  if (outside !== undefined && (inside || fresh === true || (ids?.wanted.length ?? 0) > 0))
    throw wrong(outside, 'contradicts another container filter (nothing can match)');
  const described = describedConditions(expressions);
  if (outside !== undefined && described.some(({ anyOf }) => anyOf.length > 0))
    throw wrong(outside, 'contradicts another container filter (nothing can match)');
  if (!inside && outside === undefined && fresh === undefined && ids === undefined && described.length === 0)
    return undefined;
  return {
    ...(inside || outside !== undefined ? { inContainer: outside === undefined } : {}),
    ...(fresh === undefined ? {} : { isNew: fresh }),
    ...(ids === undefined ? {} : { ids }),
    ...(described.length === 0 ? {} : { described }),
  };
}

/** container.name and the like, and container.label.KEY: a condition each. */
function describedConditions(expressions: readonly Expression[]): DescribedCondition[] {
  const texts = describedSubjects.flatMap((subject): DescribedCondition[] => {
    const list = of(expressions, `container.${subject}`);
    return list.length === 0 ? [] : [{ subject, ...textCondition(list) }];
  });
  const byLabel = new Map<string, Compared[]>();
  for (const e of of(expressions, 'container.label')) {
    const label = (e.key !== 'argument' && e.label) || '';
    byLabel.set(label, [...(byLabel.get(label) ?? []), e]);
  }
  const labels = [...byLabel].map(
    ([label, list]): DescribedCondition => ({ subject: 'label', label, ...textCondition(list) }),
  );
  return [...texts, ...labels];
}

function containerId(value: string): string {
  if (!/^[0-9a-f]{1,64}$/.test(value))
    throw new Error(`"${value}": not the beginning of a container id (hexadecimal digits)`);
  return value;
}
