import type { EventDefinition } from '@tracee/event-schema';
import { type Alternatives, absentHere, type Probe, probesOf, type TailCall, treePrograms } from '../probes';
import { obstacle, type Reach } from './reach';

/** An event that was asked for and cannot be had here. */
export interface Unavailable {
  readonly event: string;
  readonly reason: string;
}

export interface Plan {
  readonly events: readonly EventDefinition[];
  /** By event: the probes that were chosen for it. */
  readonly probes: ReadonlyMap<string, readonly Probe[]>;
  /** Attached in this order. */
  readonly attach: readonly string[];
  readonly tails: readonly TailCall[];
  readonly optional: ReadonlySet<string>;
  /** Trees of processes are kept: without these programs the filters would be wrong. */
  readonly tree: boolean;
}

const choose = (alternatives: Alternatives, reach: Reach): Probe | undefined =>
  alternatives.find((probe) => obstacle(probe, reach) === undefined);

/** The programs that the events and the filters on trees of processes need, of alternatives the first that is within reach; `aids` come first, where they can be had. */
export function planProbes(
  events: readonly EventDefinition[],
  tree: boolean,
  reach: Reach,
  aids: readonly string[] = [],
): Plan {
  const chosen = new Map(
    events.map((event) => [event.name, probesOf(event).flatMap((hook) => choose(hook, reach) ?? [])] as const),
  );
  const probes = [...chosen.values()].flat();
  const additions = [...aids, ...probes.flatMap((probe) => probe.optional ?? [])];
  const optional = additions.filter((program) => !reach.programs.has(program));
  const attach = [...new Set([...optional, ...probes.flatMap((probe) => probe.programs)])];
  const tails = new Map(probes.flatMap((probe) => probe.tails ?? []).map((tail) => [tail.program, tail]));
  return { events, probes: chosen, attach, tails: [...tails.values()], optional: new Set(optional), tree };
}

/** Every program that is loaded. */
export const programsOf = ({ attach, tails, tree }: Plan): string[] => [
  ...(tree ? [treePrograms.first] : []),
  ...attach,
  ...tails.map((tail) => tail.program),
  ...(tree ? [treePrograms.last] : []),
];

/** The probe that a program belongs to. */
export const probeOfProgram = ({ probes }: Plan, program: string): Probe | undefined =>
  [...probes.values()].flat().find(({ programs }) => programs.includes(program));

/** Another way to observe where a program of the plan does. */
export const hasAlternative = ({ events }: Plan, program: string, reach: Reach): boolean =>
  events
    .flatMap(probesOf)
    .some(
      (hook) =>
        hook.some(({ programs }) => programs.includes(program)) &&
        hook.some((probe) => !probe.programs.includes(program) && obstacle(probe, reach) === undefined),
    );

/** Parts events into those that this processor and kernel leave, and the rest with the reason. */
export function availability(
  events: readonly EventDefinition[],
  reach: Reach,
  arch: NodeJS.Architecture = process.arch,
): { available: EventDefinition[]; unavailable: Unavailable[] } {
  const available: EventDefinition[] = [];
  const unavailable: Unavailable[] = [];
  for (const event of events) {
    const reason = absentHere(event, arch) ?? failureOf(event, reach);
    if (reason === undefined) available.push(event);
    else unavailable.push({ event: event.name, reason });
  }
  return { available, unavailable };
}

/** Why an event has a place that cannot be observed in any way. */
function failureOf(event: EventDefinition, reach: Reach): string | undefined {
  const lost = probesOf(event).find((hook) => choose(hook, reach) === undefined);
  return lost?.map((probe) => `${probe.title}: ${obstacle(probe, reach)}`).join('; ');
}
