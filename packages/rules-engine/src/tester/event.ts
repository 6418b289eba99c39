import type { EventInput, EventName } from '@tracee/event-schema';

/** What every event carries beside its arguments: processName, returnValue, containerId, ... */
export type Context<E extends EventName> = Omit<EventInput<E>, 'eventName' | 'args'>;

/** An event for a test. What is left out is 0, false or, for text and bytes, null. */
export const event = <E extends EventName>(
  eventName: E,
  args: EventInput<E>['args'] = {},
  context?: Context<E>,
): EventInput<E> => ({ ...context, eventName, args }) as EventInput<E>;
