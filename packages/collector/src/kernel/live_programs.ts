import type { EventDefinition } from '@tracee/event-schema';
import { type Probe, treePrograms } from '../probes';
import { attachProbes, attachTree, setTailCalls } from './attach';
import { type Loaded, noteLoadRefusal } from './load';
import { availability, type Plan, planProbes, programsOf, type Unavailable } from './plan';
import { expectedReach, type KernelFacts } from './reach';

/**
 * The programs that are loaded and attached. More are loaded beside those that run, with the same maps, and report nothing before filters
 * select their events; those that no filter needs any more are detached behind the filters that did.
 */
export class LivePrograms {
  #plan: Plan;
  readonly #present: Set<string>;
  readonly #tails: Set<string>;
  readonly #known: Set<number>;

  constructor(
    private readonly loaded: Pick<Loaded, 'session' | 'object' | 'plan' | 'reach' | 'unavailable'>,
    private readonly aids: readonly string[],
    private readonly facts: () => KernelFacts,
  ) {
    this.#plan = loaded.plan;
    this.#present = new Set(programsOf(loaded.plan));
    this.#tails = new Set(loaded.plan.tails.map(({ program }) => program));
    this.#known = new Set(loaded.plan.events.map(({ id }) => id));
  }

  get probes(): ReadonlyMap<string, readonly Probe[]> {
    return this.#plan.probes;
  }

  get events(): readonly EventDefinition[] {
    return this.#plan.events;
  }

  /** Loads and attaches what these events need and is not there. Gives those that can be had, and what cannot that was not asked for before. */
  add(events: readonly EventDefinition[]): {
    available: readonly EventDefinition[];
    unavailable: readonly Unavailable[];
  } {
    const fresh = events.filter(({ id }) => !this.#known.has(id));
    if (fresh.length > 0) this.#expect(fresh);
    for (;;) {
      const { available, unavailable } = availability(events, this.loaded.reach);
      const plan = planProbes(available, this.#plan.tree, this.loaded.reach, this.aids);
      const programs = programsOf(plan).filter((program) => !this.#present.has(program));
      if (programs.length > 0) {
        this.#load(plan, programs);
        continue;
      }
      for (const { id } of fresh) this.#known.add(id);
      const isFresh = ({ event }: Unavailable) => fresh.some(({ name }) => name === event);
      return { available, unavailable: unavailable.filter(isFresh) };
    }
  }

  /** Detaches what these events, of which all can be had, do not need. Programs of tail calls stay loaded: nothing calls them. */
  keep(events: readonly EventDefinition[]): void {
    const { session, reach } = this.loaded;
    this.#plan = planProbes(events, this.#plan.tree, reach, this.aids);
    const needed = new Set(programsOf(this.#plan));
    const gone = [...this.#present].filter((program) => !needed.has(program) && !this.#tails.has(program));
    if (gone.length > 0) session.detach(gone, false);
    for (const program of gone) this.#present.delete(program);
  }

  #expect(events: readonly EventDefinition[]): void {
    const { object, reach } = this.loaded;
    const expected = expectedReach(object.probes, events, this.facts());
    for (const [kind, reason] of expected.kinds) reach.kinds.set(kind, reason);
    for (const [program, reason] of expected.programs) reach.programs.set(program, reason);
  }

  /** What is refused is noted in the reach: the next plan is without it. */
  #load(plan: Plan, programs: readonly string[]): void {
    const { session, reach } = this.loaded;
    // a program on its tracepoint that came behind it would find the tree of a process gone already
    const again = plan.tree ? [treePrograms.last] : [];
    try {
      session.loadMore([...programs, ...again]);
    } catch (error) {
      if (!noteLoadRefusal(reach, plan, programs, error)) throw error;
      return;
    }
    const isNew = (program: string) => programs.includes(program);
    const added = {
      ...plan,
      attach: plan.attach.filter(isNew),
      tails: plan.tails.filter(({ program }) => isNew(program)),
    };
    attachProbes(session, added, setTailCalls(session, added), reach);
    for (const program of programs) if (!reach.programs.has(program)) this.#present.add(program);
    for (const { program } of added.tails) this.#tails.add(program);
    if (!plan.tree) return;
    attachTree(session, 'last');
    session.detach(again, true);
  }
}
