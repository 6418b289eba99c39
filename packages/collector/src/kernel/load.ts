import { dirname, join } from 'node:path';
import type { EventDefinition } from '@tracee/event-schema';
import { CollectError, messageOf } from '../errors';
import type { LoadOptions, NativeModule, NativeSession } from '../native';
import { type Probe, simplestProgram } from '../probes';
import { availability, type Plan, planProbes, probeOfProgram, programsOf, type Unavailable } from './plan';
import { expectedReach, type KernelFacts, noteRefusal, type Reach, thisKernel } from './reach';

/** The two builds of the BPF programs, the faster one first: `typed` needs a kernel with BTF of its own, 5.11 or later. */
export type ProbeBuild = 'typed' | 'raw';

export interface BpfObject {
  readonly probes: ProbeBuild;
  readonly path: string;
}

export function builtObjects(): BpfObject[] {
  const dist = join(dirname(require.resolve('@tracee/bpf-core/package.json')), 'dist');
  return (['typed', 'raw'] as const).map((probes) => ({ probes, path: join(dist, `tracee.${probes}.bpf.o`) }));
}

export interface Loaded {
  readonly session: NativeSession;
  readonly object: BpfObject;
  readonly plan: Plan;
  readonly reach: Reach;
  readonly unavailable: readonly Unavailable[];
  /** What was tried before, and why it did not load. */
  readonly refused: readonly string[];
}

type Settings = Pick<LoadOptions, 'ringBytes' | 'controlRingBytes' | 'btf' | 'constants'>;

/** Loads objects, and remembers what of them this kernel refused: a second load does not try it again. */
export class Loader {
  readonly #reaches = new Map<BpfObject, Reach>();
  readonly #refused: string[] = [];
  readonly #settings: Settings & Pick<LoadOptions, 'plainCast'>;

  constructor(
    private readonly native: NativeModule,
    private readonly objects: readonly BpfObject[],
    settings: Settings,
    private readonly aids: readonly string[] = [],
    private readonly kernel: KernelFacts = thisKernel(native),
  ) {
    this.#settings = { ...settings, plainCast: kernel.plainCast ?? 0 };
  }

  /**
   * The first object whose tracepoint programs the kernel takes; of its other programs, what it takes: a program that is refused is
   * replaced by the next way to observe the same, and else its events are unavailable. The last object loses tracepoint programs too.
   */
  load(events: readonly EventDefinition[], tree: boolean): Loaded {
    let unavailable: readonly Unavailable[] = [];
    let nothingLeft = false;
    for (const object of this.objects) {
      const reach = this.#reachOf(object, events);
      for (;;) {
        const parted = availability(events, reach);
        unavailable = parted.unavailable;
        nothingLeft = parted.available.length === 0;
        if (nothingLeft) break;
        const plan = planProbes(parted.available, tree, reach, this.aids);
        const session = this.#try(object, plan, reach);
        if (session === 'another object') break;
        if (session !== 'without it') return { session, object, plan, reach, unavailable, refused: this.#refused };
      }
    }
    throw nothingLoads(nothingLeft ? [] : this.#refused, unavailable);
  }

  #reachOf(object: BpfObject, events: readonly EventDefinition[]): Reach {
    const reach = this.#reaches.get(object) ?? expectedReach(object.probes, events, this.kernel);
    this.#reaches.set(object, reach);
    return reach;
  }

  #try(object: BpfObject, plan: Plan, reach: Reach): NativeSession | 'another object' | 'without it' {
    const session = new this.native.Session();
    try {
      session.load({ ...this.#settings, object: object.path, programs: programsOf(plan) });
      return session;
    } catch (error) {
      const program = refusedProgram(programsOf(plan), error);
      const probe = program === undefined ? undefined : probeOfProgram(plan, program);
      const onFunction = probe !== undefined && probe.kind !== 'tracepoint';
      const notPermitted = codeOf(error) === 'EPERM';
      if (notPermitted && !onFunction)
        throw new CollectError(
          'permission',
          `${messageOf(error)} (run as root; in a container, before Linux 5.11, add SYS_RESOURCE: docs/deployment.md)`,
        );
      this.#refused.push(`${object.probes} (${object.path}): ${messageOf(error)}`);
      const last = object === this.objects.at(-1);
      const known = program === undefined || reach.programs.has(program);
      if (known || !(onFunction || last) || /^tree_/.test(program)) return 'another object';
      if (onFunction && !last && !this.#takes(object)) return 'another object';
      noteRefused(reach, probe, program, error);
      return 'without it';
    }
  }

  /** Whether the kernel takes the object at all: where it does not, every program of it would be refused, one load each. */
  #takes(object: BpfObject): boolean {
    try {
      const session = new this.native.Session();
      session.load({ ...this.#settings, object: object.path, programs: [simplestProgram] });
      void session.stop(() => new Uint8Array(), 0);
      return true;
    } catch {
      return false;
    }
  }
}

/** The program that a load failed of; undefined when that was something else. */
const refusedProgram = (programs: readonly string[], error: unknown): string | undefined =>
  programs.find((name) => new RegExp(`\\bprog(?:ram)? '?${name}\\b`).test(`${messageOf(error)}\n${logOf(error)}`));

/** Notes what a load beside others failed of; false when it is known already, or no program. */
export function noteLoadRefusal(reach: Reach, plan: Plan, programs: readonly string[], error: unknown): boolean {
  const program = refusedProgram(programs, error);
  if (program === undefined || reach.programs.has(program)) return false;
  noteRefused(reach, probeOfProgram(plan, program), program, error);
  return true;
}

function noteRefused(reach: Reach, probe: Probe | undefined, program: string, error: unknown): void {
  if (probe === undefined) reach.programs.set(program, messageOf(error));
  else noteRefusal(reach, probe, program, messageOf(error), codeOf(error) === 'EPERM');
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;
const logOf = (error: unknown): string => String((error as { log?: unknown } | null)?.log ?? '');

function nothingLoads(refused: readonly string[], unavailable: readonly Unavailable[]): CollectError {
  if (refused.length === 0) {
    const reasons = [...new Set(unavailable.map(({ reason }) => reason))];
    return new CollectError(
      'no-events',
      `load: none of the selected events is available: ${reasons.join('; ')} (see --list for others)`,
    );
  }
  const lines = refused.map((line) => `\n  tried ${line}`).join('');
  return new CollectError(
    'unsupported',
    `load: no BPF object loads on this kernel (build them: npm run build; needed: Linux 5.8 and BTF in /sys/kernel/btf/vmlinux)${lines}`,
  );
}
