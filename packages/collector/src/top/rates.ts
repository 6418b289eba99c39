import { events, findEvent } from '@tracee/event-schema';
import type { CgroupCounts, KernelCounts } from '../native';
import { probesOf } from '../probes';
import type { Sample } from './sample';

/** A line of the table. Rates are of the time between two samples. */
export interface Row {
  /** A program, an event, or a container: as its runtime calls it, else its id; outside of containers the path of a cgroup. */
  readonly name: string;
  readonly collector: number;
  /** null: nobody counts whose tasks a program ran for. */
  readonly runsPerSecond: number | null;
  /** 0 where nothing ran. */
  readonly nsPerRun: number | null;
  /** Of one core, %: runs a second times ns a run. */
  readonly corePercent: number | null;
  readonly eventsPerSecond: number;
  readonly lostPerSecond: number;
}

export interface ContainerRow extends Row {
  /** '' outside of containers */
  readonly containerId: string;
  /** Since the collector began. */
  readonly events: number;
  readonly lost: number;
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

/** What came of each container, in all its cgroups; outside of containers, of each cgroup. */
export function containerRows(before: Sample, after: Sample): ContainerRow[] {
  const seconds = (after.atMs - before.atMs) / 1000;
  return [...after.cgroups].flatMap(([collector, counts]) => {
    const earlier = totalsOf(before.cgroups.get(collector) ?? []);
    return [...totalsOf(counts).values()].map(({ name, containerId, events, lost }) => {
      const known = earlier.get(containerId || name);
      // less than before: others have taken its place meanwhile, and what it counted then is in the line of the others
      const rate = (now: number, was = 0) => (now < was ? now : now - was) / seconds;
      return {
        name,
        collector,
        runsPerSecond: null,
        nsPerRun: null,
        corePercent: null,
        eventsPerSecond: rate(events, known?.events),
        lostPerSecond: rate(lost, known?.lost),
        containerId,
        events,
        lost,
      };
    });
  });
}

type CgroupTotals = Pick<ContainerRow, 'name' | 'containerId' | 'events' | 'lost'>;

const nameOf = ({ cgroup, containerId, name }: CgroupCounts): string =>
  name || containerId || (cgroup === 0n ? '(others)' : `cgroup ${cgroup}`);

/** By container, else by name. */
function totalsOf(counts: readonly CgroupCounts[]): Map<string, CgroupTotals> {
  const totals = new Map<string, CgroupTotals>();
  for (const count of counts) {
    const { containerId } = count;
    const name = nameOf(count);
    const key = containerId || name;
    const { events = 0, lost = 0 } = totals.get(key) ?? {};
    totals.set(key, { name, containerId, events: events + Number(count.events), lost: lost + Number(count.lost) });
  }
  return totals;
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
