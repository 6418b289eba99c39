import type { EventDefinition } from '@tracee/event-schema';

/** The events, a line each: name, sets, arguments with their types. */
export function listTable(events: readonly EventDefinition[]): string {
  const rows = [
    ['EVENT', 'SETS', 'ARGS'],
    ...events.map(({ name, sets, args }) => [
      name,
      sets.join(','),
      args.map((arg) => `${arg.name}:${arg.type}`).join(' '),
    ]),
  ];
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const widths = [width(0), width(1)];
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, i) => cell.padEnd(widths[i] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

/** The events, a JSON object a line. */
export const listJson = (events: readonly EventDefinition[]): string =>
  events.map(({ id, name, sets, doc, args }) => `${JSON.stringify({ id, name, sets, doc, args })}\n`).join('');
