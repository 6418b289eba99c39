import type { EventDefinition } from '../events/define';

/** "id name arg:type ..." a line: what has been published and can only be appended to. */
export const lockLines = (events: readonly EventDefinition[]) =>
  events.map((e) => [e.id, e.name, ...e.args.map((a) => `${a.name}:${a.type}`)].join(' '));

/** What the new lines break: an id given to another event, an event gone, an argument renamed, retyped or removed. */
export function lockBreaks(old: readonly string[], now: readonly string[]): string[] {
  const byId = new Map(now.map((line) => [line.split(' ')[0], line]));
  return old
    .filter((line) => {
      const current = byId.get(line.split(' ')[0] as string);
      return current !== line && !current?.startsWith(`${line} `);
    })
    .map(
      (line) =>
        `generate: ids.lock: "${line}" is now "${byId.get(line.split(' ')[0] as string) ?? 'gone'}" (ids are never renumbered, arguments only appended)`,
    );
}
