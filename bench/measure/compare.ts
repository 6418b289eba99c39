import { spawnSync } from 'node:child_process';
import { report, type Table, thorough } from './report';

/** What a case of a bench reports of itself, from its own process. */
export type Figures = Readonly<Record<string, number>>;

/** Measures in a process of its own; a command instead is one that prints its figures as JSON. */
export type Case = (() => Figures | Promise<Figures>) | readonly [command: string, ...args: string[]];

export interface Comparison extends Omit<Table, 'rows'> {
  readonly cases: Readonly<Record<string, Case>>;
  /** The figure by which cases are compared: each gets its ratio to the first. */
  readonly ratioOf: string;
}

/**
 * Runs every case in a process of its own, in turn and more than once where that matters, so that a drift of the machine meets all
 * alike, and reports the medians with each case's ratio to the first. A case is "COMPARISON/NAME" on the command line of its process.
 */
export async function compare(file: string, asks: string, comparisons: readonly Comparison[]): Promise<void> {
  const asked = process.argv[2];
  if (asked !== undefined) {
    const [index = '', name = ''] = asked.split(/\/(.*)/s);
    const measure = comparisons[Number(index)]?.cases[name];
    if (typeof measure !== 'function') throw new Error(`bench: ${asked}: no such case`);
    console.log(JSON.stringify(await measure()));
    return;
  }
  report(
    file,
    asks,
    comparisons.map(({ cases, ratioOf, ...table }, index) => {
      const rows = measured(file, `${index}/`, cases);
      const figure = (figures: Figures) => figures[ratioOf] ?? Number.NaN;
      const first = figure(rows[0]?.figures ?? {});
      return {
        ...table,
        rows: rows.map(({ name, figures }) => ({
          case: name,
          ...figures,
          ratio: Number((figure(figures) / first).toFixed(2)),
        })),
      };
    }),
  );
}

function measured(file: string, prefix: string, cases: Comparison['cases']): { name: string; figures: Figures }[] {
  const results = new Map<string, Figures[]>(Object.keys(cases).map((name) => [name, []]));
  for (let round = 0; round < (thorough ? 3 : 1); round++) {
    for (const [name, figures] of results) {
      const one = cases[name] as Case;
      const [command, ...args] =
        typeof one === 'function' ? [process.execPath, '--expose-gc', file, `${prefix}${name}`] : one;
      const { stdout, stderr, status, error } = spawnSync(command, args, { encoding: 'utf8' });
      if (status !== 0) throw new Error(`bench ${name}: ${error?.message ?? `exit code ${status}`}: ${stderr}`);
      figures.push(JSON.parse(stdout));
    }
  }
  return [...results].map(([name, figures]) => ({ name, figures: medians(figures) }));
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] as number;

const medians = (all: readonly Figures[]): Figures =>
  Object.fromEntries(Object.keys(all[0] as Figures).map((key) => [key, median(all.map((f) => f[key] as number))]));
