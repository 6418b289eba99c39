import { findEvent } from '../catalogue';
import type { Cursor } from '../frame/cursor';
import type { EventShape } from '../frame/header';
import type { Stream } from '../frame/stream';
import { stepsOf } from '../frame/walk';
import type { EventArguments, EventName } from '../generated/event_args';
import { ArgumentSlots, argumentsView } from './arguments_view';
import { ContextView } from './context_view';

/** Getters of the context, by which an event is copied. */
const contextNames = Object.getOwnPropertyNames(ContextView.prototype).filter(
  (name) => name !== 'constructor',
) as (keyof ContextView)[];

/** An event as plain data: the same properties as `LazyEvent`, and it may be kept. */
export type PlainEvent<N extends EventName = EventName> = { readonly [K in keyof ContextView]: ContextView[K] } & {
  readonly eventName: N;
  /** Names and wire types of the arguments, as the stream has them. */
  readonly definition: EventShape;
  readonly args: EventArguments[N];
};

/**
 * The current event of a reader, read straight from its frame. One object an event id, used again for the next event:
 * it is valid until the callback returns. `materialize()` gives what may be kept.
 */
export class LazyEvent<N extends EventName = EventName> extends ContextView {
  readonly eventName: N;
  readonly definition: EventShape;
  /** By name; null where the kernel could not read the value or the stream does not have the argument. */
  readonly args: EventArguments[N];
  /** How the reader walks the arguments. */
  readonly steps: Int32Array;
  readonly slots: ArgumentSlots;
  readonly #cursor: Cursor;
  readonly #names: readonly string[];

  constructor(cursor: Cursor, stream: Stream, shape: EventShape) {
    super(cursor, stream);
    this.#cursor = cursor;
    this.definition = shape;
    this.eventName = shape.name as N;
    this.#names = argumentNames(shape);
    this.steps = stepsOf(shape.args);
    this.slots = new ArgumentSlots(this.#names.length, shape.args.length);
    this.args = argumentsView(cursor, shape, this.#names, this.slots) as EventArguments[N];
  }

  /** The bytes that hold the event, for conditions that compare without decoding. Never written, never kept. */
  get buffer(): Buffer {
    return this.#cursor.buffer;
  }

  /** Offset of the event's payload in `buffer`; `contextOffsets` are relative to it. */
  get payloadOffset(): number {
    return this.#cursor.at;
  }

  /** Bytes of context that this stream's events have: a field at or behind it reads as 0. Constant for a stream. */
  get contextEnd(): number {
    return this.#cursor.contextEnd;
  }

  /** Number of an argument for `argOffset`, -1 when the event has none of that name. Constant for an event: ask once. */
  argIndex(name: string): number {
    return this.#names.indexOf(name);
  }

  /** Offset in `buffer` of the tag of argument i (its value begins behind the tag, text and bytes behind a u16 length); -1 when absent. */
  argOffset(i: number): number {
    return this.slots.offset(i);
  }

  /** High 32 bits of a 64-bit argument, unsigned; undefined when it is nil or absent. */
  argHigh(i: number): number | undefined {
    const at = this.slots.offset(i);
    return at < 0 || this.#cursor.isNil(at) ? undefined : this.#cursor.view.getUint32(at + 1);
  }

  /** Low 32 bits of a 64-bit argument, unsigned; undefined when it is nil or absent. */
  argLow(i: number): number | undefined {
    const at = this.slots.offset(i);
    return at < 0 || this.#cursor.isNil(at) ? undefined : this.#cursor.view.getUint32(at + 5);
  }

  /** A copy that outlives the callback, every argument decoded. */
  materialize(): PlainEvent<N> {
    const plain: Record<string, unknown> = { eventName: this.eventName, definition: this.definition };
    for (const name of contextNames) plain[name] = this[name];
    plain.args = { ...this.args };
    return plain as unknown as PlainEvent<N>;
  }
}

/** The stream's arguments, then those that only this build has. */
function argumentNames(shape: EventShape): readonly string[] {
  const sent = shape.args.map(({ name }) => name);
  const own = findEvent(shape.name)?.args.map(({ name }) => name) ?? [];
  return [...sent, ...own.filter((name) => !sent.includes(name))];
}
