/** What of an event is looked at: an argument or a field of the context, with its wire type ('text' for dictionary strings, 'origin'). */
export interface Field {
  readonly of: 'args' | 'context';
  readonly name: string;
  readonly type: string;
  /** What of the value is looked at; all of it when left out. */
  readonly part?: 'basename';
}

/** What is asked of a value; of a list of texts, whether one of them passes. Numbers are bigint whatever their width, so that one comparison fits all. */
export type Test =
  | { readonly is: 'eq'; readonly value: string | bigint | boolean }
  | { readonly is: 'oneOf'; readonly values: readonly (string | bigint)[] }
  | { readonly is: 'startsWith' | 'endsWith' | 'contains'; readonly value: string }
  | { readonly is: 'has' | 'hasAny' | 'lt' | 'le' | 'gt' | 'ge'; readonly value: bigint }
  | { readonly is: 'begins'; readonly bytes: readonly number[] }
  | { readonly is: 'null' };

export interface TestCondition {
  readonly op: 'test';
  readonly field: Field;
  readonly test: Test;
}

/** A condition as data: it can be compared, compiled and explained. A value that could not be read passes no test but `null`. */
export type Condition =
  | TestCondition
  | { readonly op: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition };

/** Every condition holds; also written as an array. */
export const all = (...of: readonly Condition[]): Condition => ({ op: 'all', of });
/** At least one condition holds. */
export const any = (...of: readonly Condition[]): Condition => ({ op: 'any', of });
export const not = (of: Condition): Condition => ({ op: 'not', of });

/** Equal for equal conditions, so that what several signatures ask is asked once. */
export const conditionKey = (condition: Condition): string =>
  JSON.stringify(condition, (_, value) => (typeof value === 'bigint' ? `${value}n` : value));

/** The same with fewer brackets, for readers: all of all, and any of any, are one. */
export function flattened(condition: Condition): Condition {
  if (condition.op === 'test') return condition;
  if (condition.op === 'not') return { op: 'not', of: flattened(condition.of) };
  const { op } = condition;
  const of = condition.of.map(flattened).flatMap((part) => (part.op === op ? part.of : [part]));
  return of.length === 1 ? (of[0] as Condition) : { op, of };
}

/** A condition in one line, as its author would write it: for --explain. */
export function conditionText(condition: Condition): string {
  if (condition.op === 'not') return `not(${conditionText(condition.of)})`;
  if (condition.op !== 'test') return `${condition.op}(${condition.of.map(conditionText).join(', ')})`;
  const { field, test } = condition;
  const { is, ...rest } = test;
  const [value] = Object.values(rest);
  return `${fieldText(field)}.${is}(${[value ?? []].flat().map(literal).join(', ')})`;
}

function fieldText({ of, name, type, part }: Field): string {
  const parts = [of === 'args' ? 'args' : '', name, part ?? '', type === 'strings' ? 'some' : ''];
  return parts.filter(Boolean).join('.');
}

const literal = (value: unknown) => (typeof value === 'string' ? JSON.stringify(value) : String(value));
