import type { EventName, PlainEvent } from '@tracee/event-schema';
import type { Process } from '../match/process_tree';
import type { Where } from '../where/where';
import type { Meta } from './meta';

/** What a handler sees of an event: its arguments by name (`args`) and what every event carries. */
export type Event<E extends EventName = EventName> = PlainEvent<E>;

/** What a finding may carry: plain data, written at once, so values may be taken from the event as they are. */
export type Value =
  | string
  | number
  | bigint
  | boolean
  | null
  | Uint8Array
  | readonly Value[]
  | { readonly [name: string]: Value };

/** The event in hand completes the behaviour: a finding. */
export interface Detection {
  /** What the analyst needs first, in the order in which it should be read. */
  readonly data?: { readonly [name: string]: Value };
}

/** What the engine knows beside the event. */
export interface Surroundings {
  /** Up to five, the parent first; empty when not known. */
  ancestors(): readonly Process[];
}

/**
 * Called for every event of its name, in the order of the stream. The event is valid during the call only: keep values
 * (event.args.pathname), not the event. An async function gets a copy, which may be kept; its finding comes when it
 * resolves. A handler that throws is reported, and called again for the next event until it has failed too often.
 */
export type Handler<E extends EventName> = (
  event: Event<E>,
  surroundings: Surroundings,
) => Detection | undefined | Promise<Detection | undefined>;

/** A handler that is asked only when its conditions hold, which costs nearly nothing when they do not. */
export interface Conditional<E extends EventName> {
  readonly where: Where<E>;
  /** Left out: the conditions are all it takes. */
  readonly handle?: Handler<E>;
}

/** The keys are the subscription: what no signature asks for is skipped unread. */
export type Handlers = { readonly [E in EventName]?: Handler<E> | Conditional<E> };

/** A finding of another signature, as one that builds on it sees it; valid during the call, as its event. */
export interface SeenFinding {
  readonly meta: Meta;
  readonly event: Event;
  readonly data: NonNullable<Detection['data']>;
}

/**
 * The default export of a signature file is a class of this shape, made once without arguments. What it remembers
 * between events are its own fields, and time is the time of the events, so that a replay finds what was found live.
 */
export interface Signature {
  readonly meta: Meta;
  readonly on: Handlers;
  /** By id or name of other signatures, '*' for all: asked for each of their findings. */
  readonly onFinding?: { readonly [signature: string]: (finding: SeenFinding) => Detection | undefined };
}

export type SignatureClass = new () => Signature;
