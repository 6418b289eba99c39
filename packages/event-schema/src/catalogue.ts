import type { EventDefinition } from '../events/define';
import { events } from './generated/catalogue';

const byId = new Map(events.map((event) => [event.id, event]));
const byName = new Map(events.map((event) => [event.name, event]));

/** The definition of an event by its name or id. */
export const findEvent = (key: string | number): EventDefinition | undefined =>
  typeof key === 'number' ? byId.get(key) : byName.get(key);
