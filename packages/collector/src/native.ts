/** One BPF program that was tried, and why it is not attached when it is not. */
export interface Attachment {
  readonly program: string;
  /** libbpf's or the kernel's message; absent when attached. */
  readonly error?: string;
}

/** A program that somebody else has detached. */
export interface LostLink {
  readonly program: string;
  /** "its descriptor was closed" */
  readonly found: string;
  /** Why it could not be attached again; absent when it is. */
  readonly error?: string;
}

export interface LoadOptions {
  /** Path of a BPF object. */
  readonly object: string;
  /** Programs to load; all others stay out of the kernel. */
  readonly programs: readonly string[];
  /** Bytes of the ring buffer: a power of two, at least a page. */
  readonly ringBytes: number;
  /** Likewise, of the ring of control events; 4 MiB where nothing is said. */
  readonly controlRingBytes?: number;
  /** Number of bpf_rdonly_cast in the kernel's own BTF; 0 for none (bpf-core/include/read.h, PLAIN). */
  readonly plainCast?: number;
  /** BTF of the running kernel, where it has none of its own. */
  readonly btf?: string;
  /** Constants of .rodata by name, set before the object is loaded; little endian. */
  readonly constants?: Readonly<Record<string, Uint8Array>>;
}

export interface SinkOptions {
  /** An open file descriptor (kept open), or a path. A FIFO is opened without waiting for its reader and reopened when the reader goes. */
  readonly target: number | string;
  /** Frames that every new reader gets first: the header. The dictionary follows by itself. */
  readonly preamble: Uint8Array;
  /** Bytes the queue between ring and writer may hold before the newest are dropped and counted. */
  readonly queueBytes: number;
  /** Dictionary entries of the processes that run already: what executes where no execution was seen. */
  readonly processes?: Uint8Array;
  /** Where the hierarchy of cgroups that names containers is mounted, and its number; without it no event has a container. */
  readonly cgroups?: { readonly root: string; readonly hierarchy: number };
  /** How long an event may wait for what a runtime tells of its container, where a filter asks for it; not at all where nothing is said. */
  readonly describeMs?: number;
  /** Every event in the order of time, which delays each; otherwise nearly so. */
  readonly sorted?: boolean;
  /** A directory for what the queue has no room for; it must belong to this user, and nobody else may write to it. */
  readonly spill?: { readonly directory: string; readonly bytes: number };
}

/** Running totals; produced = delivered + filtered + lost once the rings and queue are drained. */
export interface Counters {
  /** Event frames handed to the sink whole. */
  readonly written: bigint;
  /** Bytes handed to the sink. */
  readonly bytes: bigint;
  /** Records taken from the ring. */
  readonly consumed: bigint;
  /** Records that were not events of this schema. */
  readonly decodeErrors: bigint;
  /** Event frames dropped because the queue was full. */
  readonly queueFull: bigint;
  /** Records of which filters on containers were decided before the runtime had told what the container is. */
  readonly undescribed: bigint;
  /** Bytes in the queue now. */
  readonly queued: number;
  /** Bytes on disk, behind the queue. */
  readonly spilled: number;
  /** Event frames of earlier runs that were found on disk and handed to the sink. */
  readonly recovered: bigint;
  /** Event frames that were sent again to a new reader, flagged, since the one before may not have worked them off. */
  readonly resent: bigint;
  /** Segments on disk whose end was cut or damaged: what stood behind that place is lost. */
  readonly damagedSegments: bigint;
  /** Memory was refused to the queue, which has been as small as it was then ever since. */
  readonly memoryRefused: boolean;
  /** A reader holds the other end (always true for a file). */
  readonly reader: boolean;
  /** Why writing ended, when it did: the message of the write error. */
  readonly error?: string;
  /** By event id, those with anything to count. */
  readonly events: readonly EventCounters[];
}

export interface EventCounters {
  readonly id: number;
  readonly produced: bigint;
  readonly delivered: bigint;
  readonly ringFull: bigint;
  readonly tooLarge: bigint;
  readonly queueFull: bigint;
  /** Records that the residue of the filters refused. */
  readonly filtered: bigint;
  /** Records that the programs held back, since their cgroup had taken its share. */
  readonly throttled: bigint;
}

/**
 * The libbpf session of the addon. Order: load, (setGlobal, updateMap)*, attach, start, stop. All calls but stop return at once;
 * misuse throws, and a failure of the kernel is an Error whose message is `operation: object: what was found`, with `code` (errno name) and `log` (verifier or libbpf lines).
 */
export interface NativeSession {
  load(options: LoadOptions): void;
  /** Loads more programs of the object beside those that run, with the same maps. Of one that is loaded twice, the newer is meant from then on. */
  loadMore(programs: readonly string[]): void;
  /** Writes bytes into a mutable global variable (.bss or .data) at an offset. */
  setGlobal(name: string, offset: number, bytes: Uint8Array): void;
  updateMap(map: string, key: Uint8Array, value: Uint8Array): void;
  deleteFromMap(map: string, key: Uint8Array): void;
  /** Deletes the keys of a bank of the filters: those whose first word has it as its lowest bit. */
  clearBank(map: string, bank: number): void;
  /** What the kernel leaves to decide of the filters of a bank (filter/residue.ts). Only while no record of the bank is under way. */
  setResidue(bank: number, residue: Uint8Array): void;
  /** Returns when no program sees any more what was in force before: the position that each ring has then. */
  waitForPrograms(): bigint[];
  /** Whether every record up to the positions (none: no record) was taken from the rings, and every injected frame is in the queue. */
  hasPassed(positions: readonly bigint[]): boolean;
  /** Tail-call tables: puts a program's descriptor into a map of programs. */
  setProgram(map: string, index: number, program: string): void;
  /** Attaches each; one that cannot be attached is reported and stops no other. */
  attach(programs: readonly string[]): Attachment[];
  /** Detaches programs, or, with `older`, what of them is attached beside the newest; they leave the kernel. */
  detach(programs: readonly string[], older: boolean): void;
  /** Looks at what is attached, and attaches again what is no longer. What cannot be attached is told once. */
  repairLinks(): LostLink[];
  /** Starts the ring and the writer threads. `onError` is called once, when writing ended for good (not for a FIFO's reader that went away). */
  start(
    sink: SinkOptions,
    onError: (message: string) => void,
    onContainers?: (changes: readonly ContainerChange[]) => void,
  ): void;
  /** Another entry of the container dictionary (one frame), when the index still stands for this container; sent before its next event. */
  enrich(index: number, containerId: string, frame: Uint8Array): void;
  /** What the runtime told of a container, or did not (filter/container_match.ts), when the index still stands for it: events that waited for it are judged. */
  describe(index: number, containerId: string, texts: readonly string[]): void;
  /** Puts whole frames into the stream, behind what was queued before. */
  inject(frames: Uint8Array): void;
  /** Names this thread for a moment so that the program `pulse`, when it is attached, sends something through each ring. */
  sendPulse(): void;
  /** Whether the latest of them came back through every ring. */
  isPulseBack(): boolean;
  counters(): Counters;
  /** Detaches, drains the ring and the queue (at most `drainMs` for a sink that does not take them), writes `last`, closes. Called twice: resolves at once. */
  stop(last: (counters: Counters) => Uint8Array, drainMs: number): Promise<Counters>;
}

/** The container that a cgroup path names: the innermost. */
export interface ContainerName {
  /** '' for none */
  readonly id: string;
  /** docker, containerd, crio, podman, garden; '' where the path does not tell */
  readonly runtime: string;
  /** The last component of the path is the container's own cgroup, not one below it. */
  readonly isRoot: boolean;
}

/** What became of a cgroup, in the order of the kernel. */
export interface ContainerChange {
  /** existing: it was there at the start. event: a container_create, whose arguments the runtime completes. host: it was made and is of no container. */
  readonly kind: 'existing' | 'created' | 'removed' | 'event' | 'host';
  /** Into the container dictionary. */
  readonly index: number;
  readonly cgroup: bigint;
  readonly containerId: string;
  readonly runtime: string;
  /** '' when removed */
  readonly path: string;
  readonly isRoot: boolean;
  /** Of an event: its frame, to be injected. */
  readonly frame?: Buffer;
}

/** What the kernel lets BPF do; `error` says why not. */
export interface Feature {
  readonly name: string;
  readonly error?: string;
}

/** A program of a collector that runs, this process's or another; since it was loaded. */
export interface ProgramStatistics {
  /** The number of the map that counts its events: one for each collector. */
  readonly collector: number;
  readonly program: string;
  /** Counted while somebody has asked for statistics. */
  readonly runs: bigint;
  readonly runTimeNs: bigint;
}

/** What the programs of a collector have counted of an event. */
export interface KernelCounts {
  readonly id: number;
  readonly produced: bigint;
  readonly lost: bigint;
}

/** What a collector has counted of a cgroup. */
export interface CgroupCounts {
  /** 0: of those for which there was no room any more. */
  readonly cgroup: bigint;
  /** '' outside of containers */
  readonly containerId: string;
  /** What the runtime calls the container; outside of containers the path of the cgroup. '' where it is not known. */
  readonly name: string;
  /** Put into the stream. */
  readonly events: bigint;
  /** Held back, or without room in the queue; whose records a ring had no room for, nobody knows. */
  readonly lost: bigint;
}

export interface NativeModule {
  Session: new () => NativeSession;
  /** Tries each, or the one of that name; `target`: the number of its target in the kernel's BTF, so that nobody looks for it. */
  features(name?: string, target?: number): Feature[];
  /**
   * Leaves every thread of this process these capabilities at most (a bit each), no way to gain more, and none of the system calls that
   * only what has not begun to trace needs; BPF programs may still be loaded when `loads`. For good.
   */
  dropPrivileges(capabilities: bigint, loads: boolean): void;
  containerOf(path: string): ContainerName;
  /** The kernel counts runs of BPF programs, and how long they take, until this process has ended. */
  enableStatistics(): void;
  programStatistics(): ProgramStatistics[];
  /** Of a collector; empty when it has gone. */
  countersOf(collector: number): KernelCounts[];
  /** Likewise, of the cgroups that had events. */
  cgroupCountsOf(collector: number): CgroupCounts[];
  /** Where an argument of an event lies in its record, or the value that its function returned (no index). */
  argumentPlace(eventId: number, index: number | undefined): number;
  /** libbpf's version, for --version. */
  readonly libbpf: string;
}
