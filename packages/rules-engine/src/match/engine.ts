import { performance } from 'node:perf_hooks';
import type { EventName, LazyEvent, RunningProcess } from '@tracee/event-schema';
import { findEvent } from '@tracee/event-schema';
import type { Detection, Event, Signature, Surroundings } from '../signature/signature';
import { evictions } from '../state/evictions';
import { Chain } from './chain';
import { detectionData } from './detection_data';
import type { EngineRecord, Failure, Finding, QuarantineReason } from './finding';
import { stuckMilliseconds } from './guard';
import { ProcessTree, treeEvents } from './process_tree';
import { failureBudget, failureWindow, maxPending, Subscriber } from './subscriber';
import { type Subscription, SubscriptionTable } from './subscriptions';
import { Suspect } from './suspect';
import { sampleEvery, TimeBudget } from './time_budget';

export interface Outcomes {
  /** Called within the event's turn; what it throws counts against the signature, whose data it could not take. */
  found(finding: Finding): void;
  /** Called for the first failure of a signature only: the others are counted. */
  failed(failure: Failure): void;
  /** What readers of the findings must know about the engine. */
  recorded?(record: EngineRecord): void;
}

export interface EngineOptions {
  /** Signatures that take too much time are quarantined. Not for a replay, which nobody waits for and which must be repeatable. */
  readonly timeBudget?: boolean;
}

const treeIds = new Uint8Array(65_536);
for (const name of treeEvents) treeIds[findEvent(name)?.id as number] = 1;

/** Hands each event to the handlers that asked for its name, in the order of the signatures. One that fails hurts no other. */
export class Engine {
  /** Who is being asked now: whose fault it is when that takes forever. */
  running: Subscription | undefined;
  /** The place of the last signature that the event was handed to. */
  private asked = -1;
  /** An event is handed in again after an interruption: those up to this place have been asked. */
  private resumeAfter = -1;
  private subscribers: readonly Subscriber[] = [];
  private table = new SubscriptionTable([]);
  private chain = new Chain([]);
  private readonly tree = new ProcessTree();
  private readonly pending = new Set<Promise<void>>();
  private readonly time: TimeBudget | undefined;
  private calls = 0;
  private readonly suspect = new Suspect();
  private event: Event | undefined;
  private readonly ask = (subscription: Subscription, event: LazyEvent): void => {
    const { place } = subscription.subscriber;
    if (place <= this.resumeAfter) return;
    this.asked = place;
    if ((++this.calls & (sampleEvery - 1)) === 0 && this.time !== undefined) this.askTimed(subscription, event);
    else this.askNow(subscription, event);
  };

  constructor(
    signatures: readonly Signature[],
    private readonly outcomes: Outcomes,
    { timeBudget = false }: EngineOptions = {},
  ) {
    this.time = timeBudget ? new TimeBudget() : undefined;
    this.use(signatures);
  }

  /** Asks these signatures from the next event on. Those that were there already keep their state, counts and quarantine. */
  use(signatures: readonly Signature[]): void {
    const known = new Map(this.subscribers.map((subscriber) => [subscriber.signature, subscriber]));
    this.arrange(signatures.map((signature) => known.get(signature) ?? new Subscriber(signature)));
  }

  /** A process that ran before the events begin: an ancestor of others. */
  learn(process: RunningProcess): void {
    this.tree.begin(process);
  }

  match(event: Event): void {
    this.event = event;
    const { id } = event.definition;
    if (treeIds[id] === 1) this.tree.learn(event);
    this.asked = -1;
    this.table.match(id, event, this.ask);
    this.resumeAfter = -1;
  }

  /**
   * The matching was cut short, at this CPU time of the thread (ms). The caller hands in the same event once more: those that had their
   * turn are left out, and so is who was running, when it is the only one that ran for too long.
   */
  interrupted(threadTime: number): void {
    const stopped = this.running;
    this.running = undefined;
    const isStuck = this.suspect.interrupted(stopped, this.calls, threadTime) >= stuckMilliseconds;
    this.resumeAfter = stopped === undefined || isStuck ? this.asked : this.asked - 1;
    if (stopped !== undefined && isStuck)
      this.quarantine(
        stopped.subscriber,
        this.event as Event,
        'stuck',
        `it did not return within ${stuckMilliseconds / 1000} s of CPU time`,
      );
  }

  /** Signatures that failed, and how often. */
  failures(): { name: string; count: number }[] {
    return this.subscribers
      .filter(({ failures }) => failures > 0)
      .map(({ meta, failures }) => ({ name: meta.name, count: failures }));
  }

  /** What is not as it should be with signatures, a sentence each. */
  remarks(): string[] {
    return this.subscribers.flatMap((subscriber) => {
      const { meta, failures, skipped, quarantined, signature } = subscriber;
      const evicted = evictions(signature);
      return [
        failures > 0 ? `signature ${meta.name} failed on ${failures} events` : '',
        quarantined === undefined ? '' : `signature ${meta.name} was quarantined (${quarantined})`,
        skipped > 0 ? `signature ${meta.name} was too busy for ${skipped} events` : '',
        evicted > 0 ? `signature ${meta.name} forgot ${evicted} entries before their time: its store is full` : '',
      ].filter(Boolean);
    });
  }

  /** Counts for metrics, by signature. */
  counts(): readonly Readonly<Pick<Subscriber, 'meta' | 'failures' | 'skipped' | 'quarantined' | 'pending'>>[] {
    return this.subscribers;
  }

  /** Resolves when all async handlers have answered. */
  async settled(): Promise<void> {
    while (this.pending.size > 0) await Promise.all(this.pending);
  }

  private arrange(subscribers: readonly Subscriber[]): void {
    for (const [place, subscriber] of subscribers.entries()) subscriber.place = place;
    const active = subscribers.filter(({ quarantined }) => quarantined === undefined);
    this.table = new SubscriptionTable(active);
    this.chain = new Chain(active);
    this.subscribers = subscribers;
  }

  private askTimed(subscription: Subscription, event: LazyEvent): void {
    const began = performance.now();
    this.askNow(subscription, event);
    const spent = this.time?.add(subscription.subscriber, performance.now() - began, this.subscribers) ?? [];
    for (const slow of spent)
      this.quarantine(slow, event, 'time', 'it took more than a quarter of the time for three seconds');
  }

  private askNow(subscription: Subscription, event: Event): void {
    const { subscriber, handler, isAsync } = subscription;
    if (subscriber.quarantined !== undefined) return;
    if (isAsync && subscriber.pending >= maxPending) {
      subscriber.skipped++;
      return;
    }
    this.running = subscription;
    try {
      const seen = isAsync ? (event as LazyEvent).materialize() : event;
      const answer = handler(seen, this.surroundings(seen));
      if (isPromise(answer)) this.await(subscriber, isAsync ? seen : (event as LazyEvent).materialize(), answer);
      else if (answer !== undefined) this.found(subscriber, event, answer);
    } catch (error) {
      this.failed(subscriber, event, error);
    }
    this.running = undefined;
  }

  private readonly around: Surroundings & { event: Event | undefined } = {
    event: undefined,
    ancestors: () => (this.around.event === undefined ? [] : this.tree.ancestors(this.around.event)),
  };

  /** One object for all events, as it is handed over with each. */
  private surroundings(event: Event): Surroundings {
    this.around.event = event;
    return this.around;
  }

  private await(subscriber: Subscriber, event: Event, answer: Promise<Detection | undefined>): void {
    subscriber.pending++;
    const done = Promise.resolve(answer)
      .then((detection) => {
        if (detection !== undefined) this.found(subscriber, event, detection);
      })
      .catch((error) => this.failed(subscriber, event, error))
      .finally(() => {
        subscriber.pending--;
        this.pending.delete(done);
      });
    this.pending.add(done);
  }

  private found(subscriber: Subscriber, event: Event, detection: Detection): void {
    const finding = {
      meta: subscriber.meta,
      event,
      data: detectionData(detection),
      ancestors: this.tree.ancestors(event),
    };
    this.outcomes.found(finding);
    this.chain.found(finding, {
      found: (by, answer) => this.found(by, event, answer),
      failed: (by, error) => this.failed(by, event, error),
    });
  }

  private failed(subscriber: Subscriber, event: Event, error: unknown): void {
    const isSpent = subscriber.fails(event.timestamp);
    if (subscriber.failures === 1) {
      this.outcomes.failed({ meta: subscriber.meta, event, error });
      this.record('failed', subscriber, event, `failed on ${event.eventName}: ${firstLine(error)}`);
    }
    if (isSpent && subscriber.quarantined === undefined) {
      const seconds = failureWindow / 1_000_000_000n;
      this.quarantine(subscriber, event, 'failures', `it failed ${failureBudget} times within ${seconds} s`);
    }
  }

  private quarantine(subscriber: Subscriber, event: Event, reason: QuarantineReason, message: string): void {
    subscriber.quarantined = reason;
    this.arrange(this.subscribers);
    this.record('quarantined', subscriber, event, `not asked any more (${reason}): ${message}`);
  }

  private record(kind: EngineRecord['kind'], { meta }: Subscriber, event: Event, message: string): void {
    this.outcomes.recorded?.({ timestamp: event.unixTime, kind, meta, message });
  }
}

const isPromise = (answer: unknown): answer is Promise<Detection | undefined> =>
  typeof (answer as { then?: unknown } | undefined | null)?.then === 'function';

const firstLine = (error: unknown) => String(error).split('\n')[0] as string;

/** What is worth tracing for these signatures: what they need, and what tells who started whom. */
export const tracedEvents = (signatures: readonly Signature[]): EventName[] =>
  [...new Set([...neededEvents(signatures), ...treeEvents])].sort();

/** The names of the events that the signatures need, sorted. */
export const neededEvents = (signatures: readonly Signature[]): EventName[] =>
  [...new Set(signatures.flatMap(({ on }) => Object.keys(on) as EventName[]))].sort();
