import { events, findEvent } from '@tracee/event-schema';
import type { KernelCounts } from '../native';
import { probesOf } from '../probes';
import type { Sample } from './sample';

/** A line of the table. Rates are of the time between two samples. */
export interface Row {
  /** A program, or an event. */
  readonly name: string;
  readonly collector: number;
  readonly runsPerSecond: number;
  /** 0 where nothing ran. */
  readonly nsPerRun: number;
  /** Of one core, %: runs a second times ns a run. */
  readonly corePercent: number;
  readonly eventsPerSecond: number;
  readonly lostPerSecond: number;
}

/** Events by the programs that report them, in all ways in which they may be observed. */
const eventsOfProgram = new Map<string, Set<number>>();
for (const event of events)
  for (const probe of probesOf(event).flat())
    for (const program of [...probe.programs, ...(probe.tails ?? []).map((tail) => tail.program)])
      eventsOfProgram.set(program, (eventsOfProgram.get(program) ?? new Set()).add(event.id));

/** What the programs did between two samples, those that ran or reported something; a tail call's time is in that of its caller. */
export function programRows(before: Sample, after: Sample): Row[] {
  const seconds = (after.atMs - before.atMs) / 1000;
  const earlier = new Map(before.programs.map((one) => [`${one.collector} ${one.program}`, one]));
  const counted = countsBetween(before, after);
  return after.programs.flatMap(({ collector, program, runs, runTimeNs }) => {
    const known = earlier.get(`${collector} ${program}`);
    if (known === undefined) return [];
    const ran = Number(runs - known.runs);
    const ns = Number(runTimeNs - known.runTimeNs);
    const own = (counted.get(collector) ?? []).filter(({ id }) => eventsOfProgram.get(program)?.has(id));
    return [row(program, collector, { ran, ns }, own, seconds)];
  });
}

/** What the events came to; with the work of the programs that report nothing else. */
export function eventRows(before: Sample, after: Sample): Row[] {
  const seconds = (after.atMs - before.atMs) / 1000;
  const earlier = new Map(before.programs.map((one) => [`${one.collector} ${one.program}`, one]));
  return [...countsBetween(before, after)].flatMap(([collector, counts]) =>
    counts.map((count) => {
      let [ran, ns] = [0, 0];
      for (const { collector: of, program, runs, runTimeNs } of after.programs) {
        const reported = eventsOfProgram.get(program);
        const known = earlier.get(`${collector} ${program}`);
        if (of !== collector || known === undefined || reported?.size !== 1 || !reported.has(count.id)) continue;
        ran += Number(runs - known.runs);
        ns += Number(runTimeNs - known.runTimeNs);
      }
      return row(findEvent(count.id)?.name ?? String(count.id), collector, { ran, ns }, [count], seconds);
    }),
  );
}

function row(
  name: string,
  collector: number,
  { ran, ns }: { ran: number; ns: number },
  counts: readonly KernelCounts[],
  seconds: number,
): Row {
  const sum = (of: (count: KernelCounts) => bigint) => Number(counts.reduce((total, count) => total + of(count), 0n));
  return {
    name,
    collector,
    runsPerSecond: ran / seconds,
    nsPerRun: ran === 0 ? 0 : ns / ran,
    corePercent: ns / seconds / 1e7,
    eventsPerSecond: sum(({ produced, lost }) => produced - lost) / seconds,
    lostPerSecond: sum(({ lost }) => lost) / seconds,
  };
}

/** By collector; those that were there at both moments. */
function countsBetween(before: Sample, after: Sample): Map<number, KernelCounts[]> {
  const between = new Map<number, KernelCounts[]>();
  for (const [collector, counts] of after.counts) {
    const earlier = before.counts.get(collector);
    if (earlier === undefined) continue;
    const known = new Map(earlier.map((count) => [count.id, count]));
    between.set(
      collector,
      counts.map(({ id, produced, lost }) => ({
        id,
        produced: produced - (known.get(id)?.produced ?? 0n),
        lost: lost - (known.get(id)?.lost ?? 0n),
      })),
    );
  }
  return between;
}
