import type { Argument, WireType } from '../../events/define';
import { findEvent } from '../catalogue';
import type { Arch } from '../vocabulary/define';
import { type FormattedValue, formatArgument } from './format_argument';

type Shape = readonly { readonly name: string; readonly type: string }[];

interface EventLike {
  readonly eventName: string;
  /** Arguments as the stream has them; those of our definition when absent. */
  readonly definition?: { readonly args: Shape };
  readonly args: object;
}

/** Our annotations on the arguments of a stream, made once for each definition and event. */
const annotated = new WeakMap<Shape, { readonly eventName: string; readonly all: readonly Argument[] }>();

/** All arguments of an event as `parse-arguments` shows them, by name and in order. */
export function formatArguments(event: EventLike, { arch }: { readonly arch: Arch }): Record<string, FormattedValue> {
  const shape = event.definition?.args ?? findEvent(event.eventName)?.args ?? [];
  const args = event.args as Readonly<Record<string, unknown>>;
  const options = { arch, args };
  const shown: Record<string, FormattedValue> = {};
  const made = annotated.get(shape);
  for (const argument of made?.eventName === event.eventName ? made.all : annotate(event.eventName, shape)) {
    shown[argument.name] = formatArgument(argument, args[argument.name], options);
  }
  return shown;
}

function annotate(eventName: string, shape: Shape): readonly Argument[] {
  const known = findEvent(eventName)?.args ?? [];
  const all = shape.map(({ name, type }): Argument => {
    const vocabulary = known.find((ours) => ours.name === name)?.vocabulary;
    return { name, type: type as WireType, ...(vocabulary === undefined ? {} : { vocabulary }) };
  });
  annotated.set(shape, { eventName, all });
  return all;
}
