import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Machine, machine, machineText } from './machine';

/** A line of a table: which case, and its figures. What was not measured is left out. */
export type Row = Readonly<{ case: string } & Record<string, string | number | undefined>>;

/** How a table is drawn: bars of one figure by case, or lines of some figures over a number that each case stands for. */
export type Plot =
  | { readonly kind: 'bars'; readonly figure: string }
  | { readonly kind: 'lines'; readonly x: string; readonly figures: readonly string[]; readonly y: string };

export interface Table {
  /** One phrase: what the rows are. */
  readonly title: string;
  readonly rows: readonly Row[];
  readonly plot?: Plot;
  /** What a reader must know to read the figures right, a sentence each. */
  readonly notes?: readonly string[];
}

/** What build/bench/QUESTION.json holds, and docs/performance.json of all questions. */
export interface Report {
  readonly question: string;
  readonly asks: string;
  readonly date: string;
  readonly machine: Machine;
  readonly command: string;
  readonly seconds: number;
  readonly tables: readonly Table[];
}

/** `npm run bench -- --all`: larger loads, longer runs, every alternative. */
export const thorough = process.env.BENCH_ALL === '1';

/** Prints the tables of a bench and writes them to build/bench. */
export function report(file: string, asks: string, tables: readonly Table[]): void {
  const question = basename(file, '.js');
  const written: Report = {
    question,
    asks,
    date: new Date().toISOString().slice(0, 16).replace('T', ' '),
    machine: machine(),
    command: `npm run bench -- ${question}${thorough ? ' --all' : ''}`,
    seconds: Math.round(process.uptime()),
    tables,
  };
  console.log(machineText(written.machine));
  for (const { title, rows, notes = [] } of tables) {
    console.log(`\n${title}`);
    console.table(Object.fromEntries(rows.map(({ case: name, ...figures }) => [name, figures])));
    for (const note of notes) console.log(note);
  }
  const directory = join(__dirname, '../../../bench');
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, `${question}.json`), `${JSON.stringify(written, null, 1)}\n`);
}
