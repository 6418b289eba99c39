import type { Event } from '../signature/signature';

/** What events have in common that belong together. A process is its id and its start: ids are used again. */
const keys = {
  process: (event: Event) => `${event.hostProcessId}:${event.processStartTime}`,
  thread: (event: Event) => `${event.hostThreadId}:${event.threadStartTime}`,
  parent: (event: Event) => `${event.hostParentProcessId}:${event.parentStartTime}`,
  container: (event: Event) => event.containerId,
  user: (event: Event) => `${event.userId}`,
  executable: (event: Event) => event.executablePath,
  host: () => '',
} satisfies Record<string, (event: Event) => string>;

/** A name of what is the same, or a function that says it; undefined leaves the event out. */
export type Key = keyof typeof keys | ((event: Event) => string | undefined);

export function keyFunction(key: Key): (event: Event) => string | undefined {
  if (typeof key === 'function') return key;
  if (Object.hasOwn(keys, key)) return keys[key];
  throw new Error(`by: "${key}": no such key (${Object.keys(keys).join(', ')}, or a function)`);
}
