import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import {
  events as allEvents,
  type EventDefinition,
  encodeDictionary,
  encodeEnd,
  encodeStatistics,
  type Totals,
} from '@tracee/event-schema';
import { type CgroupMount, findCgroups } from './containers/cgroup_mount';
import { Containers, defaultEventWaitMs } from './containers/containers';
import { ask } from './containers/runtimes/ask';
import { askRuntimes } from './containers/runtimes/ask_runtimes';
import type { RuntimeSocket } from './containers/runtimes/runtime';
import { discoverSockets } from './containers/runtimes/sockets';
import { CollectError, messageOf } from './errors';
import type { PlaceOf } from './filter/argument_tests';
import type { Scope } from './filter/condition';
import { control, u32s, u64s } from './filter/filter_bank';
import { attachProbes, attachTree, setTailCalls } from './kernel/attach';
import { checkSurroundings, LiveFilters, needsTree } from './kernel/live_filters';
import { LivePrograms } from './kernel/live_programs';
import { type BpfObject, builtObjects, type Loaded, Loader } from './kernel/load';
import { LostLinks } from './kernel/lost_links';
import type { Unavailable } from './kernel/plan';
import { type KernelFacts, thisKernel } from './kernel/reach';
import { controlEvents, type Throttle, throttleConstants } from './kernel/rings';
import type { Counters, NativeModule, NativeSession } from './native';
import { readScopes } from './policy/active';
import { placeScopes } from './policy/place';
import { containerPrograms, executablePrograms, type Probe, pulseProgram } from './probes';
import { pulseBoundMs, pulseComesBack } from './serve/pulse';
import { bootTime, epochNow, sinceBoot } from './stream/clock';
import { ExcludedReader } from './stream/excluded_reader';
import { headerFrame } from './stream/header';
import { runningProcessFrames } from './stream/running_processes';
import { startEventFrames } from './stream/start_events';
import { totals } from './stream/totals';

/** What is traced, and how. */
export interface CollectorOptions {
  /** --trace expressions. */
  readonly trace?: readonly string[];
  /** Files and directories of policies. */
  readonly policies?: readonly string[];
  /** Add the environment to sched_process_exec. */
  readonly execEnv?: boolean;
  /** A power of two. */
  readonly ringBytes?: number;
  readonly controlRingBytes?: number;
  /** Names of events that go through the control ring, beside those whose definition says so. */
  readonly critical?: readonly string[];
  /** What a cgroup may send while the ring is filling; absent: nobody is throttled. */
  readonly throttle?: Throttle | undefined;
  /** All events in the order of time. */
  readonly sorted?: boolean;
  readonly queueBytes?: number;
  /** A directory of this user for what the queue has no room for. */
  readonly spill?: { readonly directory: string; readonly bytes: number };
  /** Trace this process, and the reader of its output, as well. */
  readonly includeSelf?: boolean;
  /** findFault() can be asked. */
  readonly health?: boolean;
  /** BTF of the running kernel, where it has none of its own. */
  readonly btf?: string;
  /** The cgroups by which containers are named (default: those of this machine); 'none': no event has a container. */
  readonly cgroups?: CgroupMount | 'none';
  /** Where runtimes are asked about their containers (default: where they usually listen). */
  readonly runtimes?: readonly RuntimeSocket[];
  /** Names of labels of containers that events have. */
  readonly labels?: readonly string[];
  /** How long events wait for what their container's runtime tells, where that decides about them or stands in them. */
  readonly eventWaitMs?: number;
  /** Told what happens while tracing, and need not end it. */
  readonly warn?: (message: string) => void;
  readonly objects?: readonly BpfObject[];
  readonly kernel?: KernelFacts;
}

/** Which build of the BPF programs is loaded, and with which BTF. */
export type Programs = Pick<CollectorOptions, 'objects' | 'btf'>;

/** Where the frames go. */
export interface Sink {
  /** Descriptor, or path of a FIFO. */
  readonly target: number | string;
  /** Host process id at the other end of the pipe, which is not traced; asked when a reader comes. */
  readonly findReader?: () => number | undefined;
}

/** What a start gave. */
export interface Started {
  readonly object: BpfObject;
  readonly events: readonly EventDefinition[];
  /** By event: the probes that report it. */
  readonly probes: ReadonlyMap<string, readonly Probe[]>;
  readonly unavailable: readonly Unavailable[];
  /** Programs that add to an event and could not be attached. */
  readonly degraded: readonly Unavailable[];
  /** Objects that were tried before and did not load. */
  readonly refused: readonly string[];
}

export type StopReason = 'stopped' | 'duration' | 'error';

export interface Summary {
  readonly produced: bigint;
  readonly delivered: bigint;
  readonly lost: bigint;
  readonly durationMs: number;
  /** Events of earlier runs that were found on disk and delivered; none of the counts above holds them. */
  readonly recovered: bigint;
  /** Events that were sent again, flagged, to a reader that followed another; none of the counts above holds them twice. */
  readonly resent: bigint;
  /** Bytes on disk that no reader took: the next run delivers them first. */
  readonly left: number;
  /** Segments on disk of which the end was cut or damaged. */
  readonly damagedSegments: bigint;
  /** The queue had less memory than it was promised. */
  readonly memoryRefused: boolean;
}

export const defaultRingBytes = 16 << 20;
export const defaultControlRingBytes = 4 << 20;
export const defaultQueueBytes = 256_000_000;
const statisticsMs = 1000;
/** How long a full queue may hold up other filters: their names then come behind their first events. */
const namesMs = 1000;
/** How long a sink that takes nothing may hold up the end. */
const drainMs = 2000;

/** One run: from --trace expressions to frames in a sink. Throws CollectErrors; the constructor those of the command line. */
export class Collector {
  readonly #options: CollectorOptions;
  /** By bit. */
  #scopes: readonly Scope[];
  /** The programs in the kernel keep trees of processes. */
  readonly #tree: boolean;
  #begin: () => void = () => {};
  /** Settles with the last reload that was asked for; the first waits for the start. */
  #reloading: Promise<unknown> = new Promise<void>((resolve) => {
    this.#begin = resolve;
  });
  #running: { session: NativeSession; timer: NodeJS.Timeout; startedMs: number } | undefined;
  #filters: LiveFilters | undefined;
  #programs: LivePrograms | undefined;
  /** Events that the header or a dictionary entry has described. */
  readonly #described = new Set<number>();
  #containers: Containers | undefined;
  #lostLinks: LostLinks | undefined;
  /** The last look, of each second, found no descriptor or memory left. */
  #isShort = false;
  #stopped: Promise<Summary> | undefined;
  /** Why it cannot be asked. */
  #noPulse: string | undefined;
  /** The pulse that is under way: who asks meanwhile gets its answer. */
  #asked: Promise<boolean> | undefined;
  #counted = countedText(nothing);
  #reportFailure: (message: string) => void = () => {};

  /** Resolves with the message when writing has ended for good. */
  readonly writeFailure: Promise<string> = new Promise((resolve) => {
    this.#reportFailure = resolve;
  });

  constructor(options: CollectorOptions = {}) {
    this.#options = options;
    this.#scopes = this.#readScopes();
    checkSurroundings(this.#scopes);
    this.#tree = needsTree(this.#scopes);
  }

  #readScopes(): Scope[] {
    const { trace = [], policies = [] } = this.#options;
    return readScopes({ trace, policies }, allEvents, process.arch === 'arm64' ? 'arm64' : 'x64');
  }

  /** Loads, filters, attaches, and starts the stream. What fails leaves nothing behind in the kernel. `programs`: in place of the options'. */
  async start(native: NativeModule, sink: Sink, programs: Programs = this.#options): Promise<Started> {
    const { ringBytes = defaultRingBytes, controlRingBytes = defaultControlRingBytes } = this.#options;
    const { execEnv, critical, throttle } = this.#options;
    const { objects = builtObjects(), btf } = programs;
    const { cgroups: given = findCgroups() } = this.#options;
    const cgroups = given === 'none' ? undefined : given;
    const constants = {
      exec_env: Uint8Array.of(execEnv ? 1 : 0),
      cgroup_hierarchy: u32s(cgroups?.hierarchy ?? 0),
      control_events: controlEvents(allEvents, new Set(critical)),
      ...throttleConstants(throttle, ringBytes),
    };
    const settings = { ringBytes, controlRingBytes, constants, ...(btf === undefined ? {} : { btf }) };
    const aids = [
      ...(cgroups === undefined ? [] : containerPrograms),
      ...executablePrograms,
      ...(this.#options.health ? [pulseProgram] : []),
    ];
    const loader = new Loader(native, objects, settings, aids, this.#options.kernel);
    for (;;) {
      const loaded = loader.load(selectedBy(this.#scopes), needsTree(this.#scopes));
      try {
        const started = this.#attach(loaded, native.argumentPlace);
        if (started !== 'again') {
          const { kernel } = this.#options;
          this.#programs = new LivePrograms(loaded, aids, () => kernel ?? thisKernel(native));
          this.#stream(loaded.session, started, sink, cgroups);
          return started;
        }
      } catch (error) {
        await loaded.session.stop(() => new Uint8Array(), 0);
        throw error;
      }
      await loaded.session.stop(() => new Uint8Array(), 0);
    }
  }

  /** 'again': a program was refused that another can replace, and the object must be loaded with that. */
  #attach({ session, plan, object, reach, refused, unavailable }: Loaded, placeOf: PlaceOf): Started | 'again' {
    const self = this.#options.includeSelf ? 0 : process.pid;
    session.setGlobal(control.name, control.self, u32s(self));
    session.setGlobal(control.name, control.started, u64s(sinceBoot()));
    const filters = new LiveFilters(session, new Set(plan.events.map((event) => event.id)), placeOf, (containerId) =>
      this.#containers?.descriptionOf(containerId),
    );
    filters.install(this.#scopes);
    const failed = setTailCalls(session, plan);
    if (plan.tree) {
      attachTree(session, 'first');
      filters.fillTrees();
    }
    const attached = attachProbes(session, plan, failed, reach);
    if (attached.retry) return 'again';
    if (plan.tree) attachTree(session, 'last');
    const missing = [...unavailable, ...attached.unavailable];
    if (attached.available.length === 0) {
      const reasons = [...new Set(missing.map(({ reason }) => reason))];
      throw new CollectError(
        'no-events',
        `attach: none of the selected events is available: ${reasons.join('; ')} (see --list for others)`,
      );
    }
    this.#filters = filters;
    const { available, degraded } = attached;
    this.#noPulse = degraded.find(({ event }) => event === pulseProgram)?.reason;
    return { object, refused, events: available, probes: plan.probes, unavailable: missing, degraded };
  }

  #stream(
    session: NativeSession,
    { events, object, probes }: Started,
    { target, findReader }: Sink,
    cgroups: CgroupMount | undefined,
  ): void {
    const times = { bootTime: bootTime(), startTime: epochNow() };
    for (const { id } of events) this.#described.add(id);
    const preamble = headerFrame(events, object.probes, times, namesOf(this.#scopes));
    const { queueBytes = defaultQueueBytes, spill, sorted = false, eventWaitMs = defaultEventWaitMs } = this.#options;
    // forks and executions are noted by now, so that no process is missed between the two
    const processes = runningProcessFrames();
    const settings = {
      target,
      preamble,
      processes,
      queueBytes,
      sorted,
      describeMs: eventWaitMs,
      ...(spill === undefined ? {} : { spill }),
      ...(cgroups === undefined ? {} : { cgroups: { root: cgroups.root, hierarchy: cgroups.hierarchy } }),
    };
    if (cgroups !== undefined) this.#containers = this.#nameContainers(session, cgroups, times.bootTime);
    session.start(settings, this.#reportFailure, (changes) => this.#containers?.take(changes));
    this.#lostLinks = new LostLinks(session, {
      probes: () => this.#programs?.probes ?? probes,
      warn: this.#options.warn ?? (() => {}),
      treeLost: () => this.#filters?.fillTrees(),
    });
    const excluded = findReader === undefined || this.#options.includeSelf ? undefined : new ExcludedReader(findReader);
    const timer = setInterval(() => this.#eachSecond(session, excluded), statisticsMs);
    this.#running = { session, timer, startedMs: performance.now() };
    if (events.some(isFork)) session.inject(processes);
    const atStart = startEventFrames(this.#scopes, times, this.#options.warn);
    if (atStart.length > 0) session.inject(atStart);
    this.#eachSecond(session, excluded);
    this.#begin();
  }

  #nameContainers(session: NativeSession, mount: CgroupMount, bootTime: bigint): Containers {
    const { runtimes = discoverSockets(), eventWaitMs = defaultEventWaitMs, labels = [] } = this.#options;
    return new Containers(session, {
      scopes: this.#scopes,
      mount,
      bootTime,
      describe: askRuntimes({ sockets: runtimes, ask }),
      eventWaitMs,
      labels,
      changed: (changes) => this.#filters?.containersChanged(changes),
      described: (containerId) => this.#filters?.containerDescribed(containerId),
    });
  }

  /** Counts until now; undefined before the start and behind the end. */
  counters(): Counters | undefined {
    return this.#stopped === undefined ? this.#running?.session.counters() : undefined;
  }

  /** What is wrong, found out by sending an event of our own through the kernel; undefined when it came back. */
  async findFault(): Promise<string | undefined> {
    if (this.#running === undefined) return 'not started yet';
    if (this.#stopped !== undefined) return 'stopping';
    if (this.#noPulse !== undefined) return this.#noPulse;
    this.#asked ??= pulseComesBack(this.#running.session).finally(() => {
      this.#asked = undefined;
    });
    const back = await this.#asked.catch((error) => messageOf(error));
    if (typeof back === 'string') return back;
    return back ? undefined : `an event of our own did not come back within ${pulseBoundMs} ms`;
  }

  #eachSecond(session: NativeSession, excluded: ExcludedReader | undefined): void {
    try {
      const counters = session.counters();
      const reader = excluded?.look(counters.reader);
      if (reader !== undefined) session.setGlobal(control.name, control.reader, u32s(reader));
      this.#filters?.refresh();
      this.#lostLinks?.look(this.#scopes);
      this.#sendStatistics(session, counters);
      this.#isShort = false;
    } catch (error) {
      if (!isShortage(error)) this.#reportFailure(messageOf(error));
      else if (!this.#isShort)
        this.#options.warn?.(`each second: ${messageOf(error)} (raise the limit; tracing goes on)`);
      this.#isShort = true;
    }
  }

  /** Only when something was counted: an idle stream stays idle. */
  #sendStatistics(session: NativeSession, counters: Counters): void {
    const counts = totals(counters);
    const counted = countedText(counts);
    if (counted === this.#counted) return;
    this.#counted = counted;
    session.inject(encodeStatistics({ ...counts, time: sinceBoot(), queued: counters.queued }));
  }

  /**
   * Reads the policies again and puts them in force, for all events from one moment on; the number of policies. What is wrong with them
   * is thrown as a CollectError, and those that run stay.
   */
  reload(): Promise<number> {
    const reloaded = this.#reloading.then(() => this.#reload());
    this.#reloading = reloaded.catch(() => {});
    return reloaded;
  }

  async #reload(): Promise<number> {
    const next = this.#readScopes();
    const placed = placeScopes(this.#scopes, next);
    const changed = placed.filter((scope, i) => !isDeepStrictEqual(scope, this.#scopes[i]));
    checkSurroundings(changed);
    this.#checkTree(next);
    const [filters, programs] = [this.#filters, this.#programs];
    if (filters === undefined || programs === undefined || this.#running === undefined || this.#stopped !== undefined)
      return next.length;
    const { session } = this.#running;
    const events = this.#add(programs, next);
    for (const event of events.filter(({ id }) => !this.#described.has(id))) {
      session.inject(encodeDictionary({ dictionary: 'event', index: event.id + 1, value: event }));
      this.#described.add(event.id);
    }
    for (const [i, { name }] of placed.entries())
      if (name !== '' && name !== this.#scopes[i]?.name)
        session.inject(encodeDictionary({ dictionary: 'scope', index: i + 1, value: name }));
    const latest = performance.now() + namesMs;
    while (!session.hasPassed([]) && performance.now() < latest) await sleep(1);
    if (this.#stopped !== undefined) return next.length;
    this.#scopes = placed;
    const reportedForks = programs.events.some(isFork);
    await filters.replace(placed, new Set(events.map(({ id }) => id)));
    programs.keep(events);
    if (!reportedForks && events.some(isFork)) session.inject(runningProcessFrames());
    return next.length;
  }

  /** Attaches what the events of other filters need, before those are in force. When that fails, what was attached for it goes again. */
  #add(programs: LivePrograms, scopes: readonly Scope[]): readonly EventDefinition[] {
    try {
      const { available, unavailable } = programs.add(selectedBy(scopes));
      for (const { event, reason } of unavailable) this.#options.warn?.(`policy: ${event}: unavailable: ${reason}`);
      return available;
    } catch (error) {
      programs.keep(programs.events);
      throw error;
    }
  }

  /** Trees grow from the start: what forked since would be missing. */
  #checkTree(scopes: readonly Scope[]): void {
    if (needsTree(scopes) && !this.#tree)
      throw new CollectError(
        'usage',
        'policy: tree and follow: not asked for when tracing began (start tracee-collect again)',
      );
  }

  /** Detaches, drains, and ends the stream. Called again: the same summary. */
  stop(reason: StopReason = 'stopped'): Promise<Summary> {
    this.#stopped ??= this.#stop(reason);
    return this.#stopped;
  }

  async #stop(reason: StopReason): Promise<Summary> {
    if (this.#running === undefined)
      return {
        ...nothing,
        durationMs: 0,
        recovered: 0n,
        resent: 0n,
        left: 0,
        damagedSegments: 0n,
        memoryRefused: false,
      };
    const { session, timer, startedMs } = this.#running;
    clearInterval(timer);
    await this.#reloading;
    this.#containers?.end();
    const durationMs = performance.now() - startedMs;
    const duration = BigInt(Math.round(durationMs * 1e6));
    const counters = await session.stop((last) => encodeEnd({ ...totals(last), reason, duration }), drainMs);
    const { produced, delivered, lost } = totals(counters);
    const { recovered, resent, spilled: left, damagedSegments, memoryRefused } = counters;
    return { produced, delivered, lost, durationMs, recovered, resent, left, damagedSegments, memoryRefused };
  }
}

/** What may be there again a second later. */
const isShortage = (error: unknown): boolean =>
  ['EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN'].includes((error as NodeJS.ErrnoException).code ?? '');

/** Events that any scope selects. */
const selectedBy = (scopes: readonly Scope[]): EventDefinition[] =>
  allEvents.filter(({ id }) => scopes.some(({ events }) => events.has(id)));

const isFork = ({ name }: EventDefinition): boolean => name === 'sched_process_fork';

/** Names of policies by bit; none when the --trace expressions are all there is. */
const namesOf = (scopes: readonly Scope[]): string[] =>
  scopes.some(({ name }) => name !== '') ? scopes.map(({ name }) => name) : [];

const countedText = ({ produced, delivered, lost }: Omit<Totals, 'events'>): string =>
  `${produced} ${delivered} ${lost}`;
const nothing = { produced: 0n, delivered: 0n, lost: 0n };
