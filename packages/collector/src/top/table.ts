import type { Row } from './rates';

/** What rows are ordered by, the most first; a key for each while the table is live. */
export const sortKeys = {
  core: { key: 'c', of: (row: Row) => row.corePercent ?? 0 },
  runs: { key: 'r', of: (row: Row) => row.runsPerSecond ?? 0 },
  ns: { key: 'n', of: (row: Row) => row.nsPerRun ?? 0 },
  events: { key: 'e', of: (row: Row) => row.eventsPerSecond },
  lost: { key: 'l', of: (row: Row) => row.lostPerSecond },
} as const;
export type SortKey = keyof typeof sortKeys;

export const sorted = (rows: readonly Row[], by: SortKey): Row[] =>
  [...rows].sort(
    (a, b) =>
      sortKeys[by].of(b) - sortKeys[by].of(a) || b.eventsPerSecond - a.eventsPerSecond || a.name.localeCompare(b.name),
  );

const heads = { core: '%CORE', runs: 'RUNS/S', ns: 'NS/RUN', events: 'EVENTS/S', lost: 'LOST/S' } as const;
const numberWidth = 11;
const nameWidth = 44;
const cell = (value: number | null, digits = 0): string => value?.toFixed(digits) ?? '-';

/** What would run into the numbers loses its beginning: of a path, the end tells more. */
const shortened = (name: string): string => (name.length < nameWidth ? name : `…${name.slice(2 - nameWidth)}`);

/** The table as text, at most `lines` of it; the column it is ordered by is marked. */
export function topTable(rows: readonly Row[], what: string, by: SortKey, lines = Number.POSITIVE_INFINITY): string {
  const several = new Set(rows.map(({ collector }) => collector)).size > 1;
  const head = Object.entries(heads).map(([key, text]) => (key === by ? `${text}*` : text).padStart(numberWidth));
  const all = sorted(rows, by).map(
    (row) =>
      `${shortened(several ? `${row.name} (${row.collector})` : row.name).padEnd(nameWidth)}${[
        cell(row.corePercent, 3),
        cell(row.runsPerSecond),
        cell(row.nsPerRun),
        cell(row.eventsPerSecond),
        cell(row.lostPerSecond),
      ]
        .map((text) => text.padStart(numberWidth))
        .join('')}`,
  );
  const total = rows.reduce((sum, row) => sum + (row.corePercent ?? 0), 0);
  const counted = rows.some((row) => row.corePercent !== null);
  const foot = counted ? [`${total.toFixed(3)} % of a core in all`] : [];
  return `${[`${what.toUpperCase().padEnd(nameWidth)}${head.join('')}`, ...all.slice(0, lines - 2), ...foot].join('\n')}\n`;
}
