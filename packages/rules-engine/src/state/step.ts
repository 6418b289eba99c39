import type { EventName } from '@tracee/event-schema';
import type { Conditional, Detection, Event, Handlers, Value } from '../signature/signature';
import { all, any, type Condition } from '../where/condition';
import { holds } from '../where/holds';
import { conditionOf, type Where } from '../where/where';

export interface StepOptions<E extends EventName> {
  readonly where?: Where<E>;
  /** What the conditions cannot say; asked when they hold. */
  readonly when?: (event: Event<E>) => boolean;
  /** Taken into the finding's data. */
  readonly keep?: (event: Event<E>) => { readonly [name: string]: Value };
}

/** One kind of event that takes part in a sequence or a count. */
export interface Step {
  readonly event: EventName;
  readonly where?: Where<EventName>;
  readonly when?: (event: Event) => boolean;
  readonly keep?: (event: Event) => { readonly [name: string]: Value };
}

export const step = <E extends EventName>(event: E, options: StepOptions<E> = {}): Step =>
  ({ ...options, event }) as unknown as Step;

/** Handlers that are asked for events which may be one of the steps, and told which: those whose conditions hold. */
export function stepHandlers(
  steps: readonly Step[],
  take: (event: Event, held: readonly number[]) => Detection | undefined,
): Handlers {
  const conditions = steps.map(({ event, where }) => (where === undefined ? all() : conditionOf(event, where)));
  const entries = [...new Set(steps.map(({ event }) => event))].map((name) => {
    const own = steps.flatMap(({ event }, i) => (event === name ? [i] : []));
    const conditional: Conditional<EventName> = {
      where: () => any(...own.map((i) => conditions[i] as Condition)),
      handle: (event) => {
        // The engine has checked that one of them holds: with one step there is no doubt which.
        const held = own.filter(
          (i) => (own.length === 1 || holds(conditions[i] as Condition, event)) && (steps[i]?.when?.(event) ?? true),
        );
        return held.length === 0 ? undefined : take(event, held);
      },
    };
    return [name, conditional];
  });
  return Object.fromEntries(entries);
}
