import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** What a case of a bench reports of itself, from its own process. */
export type Figures = Readonly<Record<string, number>>;

/** Largest resident set of this process so far, MB. */
export const peakMegabytes = () =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'latin1'))?.[1]) / 1024);

/** CPU time of this process so far, ns. */
export const cpuNanoseconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
};

/**
 * Runs every case in a process of its own, `rounds` times in turn so that a drift of the machine meets all alike, and prints the
 * medians with each case's ratio to the first in the figure that is named.
 */
export function compare(
  file: string,
  cases: Readonly<Record<string, () => Figures>>,
  ratioOf: string,
  rounds = 3,
): void {
  const asked = process.argv[2];
  if (asked !== undefined && asked in cases) {
    console.log(JSON.stringify((cases[asked] as () => Figures)()));
    return;
  }
  const results = new Map<string, Figures[]>(Object.keys(cases).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, figures] of results) {
      const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', file, name], { encoding: 'utf8' });
      if (status !== 0) throw new Error(`bench ${name}: exit code ${status}: ${stderr}`);
      figures.push(JSON.parse(stdout));
    }
  }
  const rows = [...results].map(([name, figures]) => ({ name, ...medians(figures) }));
  const figure = (row: Figures) => row[ratioOf] ?? Number.NaN;
  const [first = Number.NaN] = rows.map(({ name: _, ...row }) => figure(row));
  printMachine();
  console.table(
    rows.map(({ name, ...row }) => ({ case: name, ...row, ratio: Number((figure(row) / first).toFixed(2)) })),
  );
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] as number;

const medians = (all: readonly Figures[]): Figures =>
  Object.fromEntries(Object.keys(all[0] as Figures).map((key) => [key, median(all.map((f) => f[key] as number))]));

export function printMachine(): void {
  const release = readFileSync('/proc/sys/kernel/osrelease', 'latin1').trim();
  console.log(
    `${new Date().toISOString().slice(0, 10)}  ${cpus().length} CPUs (${cpus()[0]?.model.trim()})  Linux ${release}  Node ${process.version}`,
  );
}
