import { type EventArguments, type EventName, findEvent } from '@tracee/event-schema';
import { all, type Condition } from './condition';
import { type ContextName, contextTypes } from './context_fields';
import {
  type BooleanField,
  type BytesField,
  type FlagsField,
  fieldOf,
  type NullField,
  type NumberField,
  type OriginField,
  type TextField,
  type TextsField,
} from './fields';

type FieldFor<T> = [NonNullable<T>] extends [string]
  ? TextField
  : [NonNullable<T>] extends [boolean]
    ? BooleanField
    : [NonNullable<T>] extends [number]
      ? NumberField<number>
      : [NonNullable<T>] extends [bigint]
        ? NumberField<bigint>
        : [NonNullable<T>] extends [readonly string[]]
          ? TextsField
          : [NonNullable<T>] extends [Uint8Array]
            ? BytesField
            : NullField;

type ContextField<T extends string> = T extends 'origin'
  ? OriginField
  : T extends 'flags'
    ? FlagsField
    : T extends 'text' | 'comm'
      ? TextField
      : T extends 'u64' | 'i64'
        ? NumberField<bigint>
        : NumberField<number>;

/** An event as conditions see it: the same names as in a handler, with tests in place of values. */
export type Fields<E extends EventName> = {
  readonly [C in ContextName]: ContextField<(typeof contextTypes)[C]>;
} & {
  readonly args: { readonly [A in keyof EventArguments[E]]: FieldFor<EventArguments[E][A]> };
};

/** Says when a handler is asked. Called once, at the start; several conditions in an array must all hold. */
export type Where<E extends EventName> = (event: Fields<E>) => Condition | readonly Condition[];

/** The condition that a `where` of an event describes. Throws where it names what the event does not have. */
export function conditionOf<E extends EventName>(eventName: E, where: Where<E>): Condition {
  const described = where(fieldsOf(eventName));
  return Array.isArray(described) ? all(...described) : (described as Condition);
}

function fieldsOf<E extends EventName>(eventName: E): Fields<E> {
  const definition = findEvent(eventName);
  if (definition === undefined) throw new Error(`no event is named ${eventName}`);
  const context = Object.entries(contextTypes).map(([name, type]) => [name, fieldOf({ of: 'context', name, type })]);
  const args = definition.args.map(({ name, type }) => [name, fieldOf({ of: 'args', name, type })]);
  const known = <T extends object>(fields: T, what: string) =>
    new Proxy(fields, {
      get: (target, name) => {
        if (name in target || typeof name === 'symbol') return Reflect.get(target, name);
        throw new Error(`${what} has no ${String(name)}`);
      },
    });
  const named = known(Object.fromEntries(args), `${eventName}.args`);
  return known({ ...Object.fromEntries(context), args: named }, eventName) as Fields<E>;
}
