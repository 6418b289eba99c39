import { type EventName, findEvent, type LazyEvent } from '@tracee/event-schema';
import type { Detection, Event, Surroundings } from '../signature/signature';
import { all, type Condition } from '../where/condition';
import { holds } from '../where/holds';
import { compile, type Program } from '../where/program';
import { conditionOf, type Where } from '../where/where';
import type { Subscriber } from './subscriber';

type AnyHandler = (event: Event, surroundings: Surroundings) => Detection | undefined | Promise<Detection | undefined>;

interface AnyConditional {
  readonly where: Where<EventName>;
  readonly handle?: AnyHandler;
}

/** A handler of a signature. */
export interface Subscription {
  readonly subscriber: Subscriber;
  readonly condition: Condition | undefined;
  readonly handler: AnyHandler;
  /** It gets a copy of the event, which it may use after an await. */
  readonly isAsync: boolean;
}

type Ask = (subscription: Subscription, event: LazyEvent) => void;

/** The subscriptions of an event, and the function that was compiled from their conditions for the stream's form of it. */
interface Cell {
  readonly subscriptions: Subscription[];
  event: LazyEvent | undefined;
  /** What the program was compiled for. */
  form: string | undefined;
  program: Program | undefined;
  ask: ((n: number, event: LazyEvent) => void) | undefined;
}

/** Who wants which event. */
export class SubscriptionTable {
  /** By event id: an array index, as this is looked at for every event. */
  private readonly cells: (Cell | undefined)[] = [];

  constructor(subscribers: readonly Subscriber[]) {
    for (const subscriber of subscribers) {
      for (const [name, handler] of Object.entries(subscriber.signature.on))
        this.add(subscriber, name as EventName, handler as AnyHandler);
    }
  }

  match(id: number, event: Event, ask: Ask): void {
    const cell = this.cells[id];
    if (cell === undefined) return;
    if (cell.event !== event) {
      if (!('buffer' in event)) {
        matchDecoded(cell, event, ask);
        return;
      }
      prepare(cell, event as LazyEvent, ask);
    }
    (cell.program as Program)(event as LazyEvent, cell.ask as NonNullable<Cell['ask']>);
  }

  private add(subscriber: Subscriber, name: EventName, given: AnyHandler | AnyConditional): void {
    const id = findEvent(name)?.id;
    if (id === undefined) throw new Error(`subscribe: ${subscriber.meta.name}: no event is named ${name}`);
    const isPlain = typeof given === 'function';
    const handler = (isPlain ? given : given.handle) ?? (() => ({}));
    this.cells[id] ??= { subscriptions: [], event: undefined, form: undefined, program: undefined, ask: undefined };
    const { subscriptions } = this.cells[id] as Cell;
    subscriptions.push({
      subscriber,
      condition: isPlain ? undefined : conditionOf(name, given.where),
      handler,
      isAsync: handler.constructor.name === 'AsyncFunction',
    });
  }
}

/**
 * A stream has one object an event id: another object means another stream, whose events may have another form. The next run of the
 * same collector gives the same, and what is compiled (and has become fast) stays.
 */
function prepare(cell: Cell, event: LazyEvent, ask: Ask): void {
  const { subscriptions } = cell;
  const form = formOf(event);
  cell.event = event;
  if (cell.form === form) return;
  cell.form = form;
  cell.program = compile(
    subscriptions.map(({ condition }) => condition),
    event,
  );
  cell.ask = (n, each) => ask(subscriptions[n] as Subscription, each);
}

/** All that a program takes from the event for which it is compiled: where things stand, and as what. */
const formOf = ({ definition, contextEnd }: LazyEvent): string =>
  [contextEnd, ...definition.args.map(({ name, type }) => `${name}:${type}`)].join();

/** An event that is plain data has no frame to compare. */
function matchDecoded({ subscriptions }: Cell, event: Event, ask: Ask): void {
  for (const subscription of subscriptions) {
    if (holds(subscription.condition ?? all(), event)) ask(subscription, event as LazyEvent);
  }
}
