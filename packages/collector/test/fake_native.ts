import { writeSync } from 'node:fs';
import type {
  Attachment,
  ContainerChange,
  Counters,
  EventCounters,
  LoadOptions,
  LostLink,
  NativeModule,
  NativeSession,
  SinkOptions,
} from '../src/native';

export type Call = readonly [name: string, ...args: unknown[]];

export interface FakeOptions {
  /** Throws what loading this object with these programs should throw. */
  readonly load?: (options: LoadOptions) => void;
  /** Programs that do not attach, and why. */
  readonly refuse?: Readonly<Record<string, string>>;
}

/** A NativeSession without a kernel: records every call, writes frames to a descriptor, and has the counters it is given. */
export class FakeSession implements NativeSession {
  readonly calls: Call[] = [];
  events: EventCounters[] = [];
  queued = 0;
  reader = true;
  pulseBack = true;
  lost: LostLink[] = [];
  fail: (message: string) => void = () => {};
  tellContainers: (changes: readonly ContainerChange[]) => void = () => {};
  sink: SinkOptions | undefined;
  #target: number | undefined;

  constructor(private readonly options: FakeOptions = {}) {}

  load(options: LoadOptions): void {
    this.calls.push(['load', options]);
    this.options.load?.(options);
  }
  loadMore(programs: readonly string[]): void {
    this.calls.push(['loadMore', ...programs]);
  }
  detach(programs: readonly string[], older: boolean): void {
    this.calls.push(['detach', older, ...programs]);
  }
  setGlobal(name: string, offset: number, bytes: Uint8Array): void {
    this.calls.push(['setGlobal', name, offset, bytes]);
  }
  updateMap(map: string, key: Uint8Array, value: Uint8Array): void {
    this.calls.push(['updateMap', map, Buffer.from(key).toString('hex'), value[0] === 1]);
  }
  deleteFromMap(map: string, key: Uint8Array): void {
    this.calls.push(['deleteFromMap', map, Buffer.from(key).toString('hex')]);
  }
  clearBank(map: string, bank: number): void {
    this.calls.push(['clearBank', map, bank]);
  }
  setResidue(bank: number, residue: Uint8Array): void {
    this.calls.push(['setResidue', bank, residue]);
  }
  waitForPrograms(): bigint[] {
    this.calls.push(['waitForPrograms']);
    return [7n, 3n];
  }
  hasPassed(positions: readonly bigint[]): boolean {
    this.calls.push(['hasPassed', positions]);
    return true;
  }
  setProgram(map: string, index: number, program: string): void {
    this.calls.push(['setProgram', map, index, program]);
  }
  attach(programs: readonly string[]): Attachment[] {
    this.calls.push(['attach', ...programs]);
    return programs.map((program) => {
      const error = this.options.refuse?.[program];
      return error === undefined ? { program } : { program, error };
    });
  }
  start(
    sink: SinkOptions,
    onError: (message: string) => void,
    onContainers?: (changes: readonly ContainerChange[]) => void,
  ): void {
    this.calls.push(['start']);
    if (onContainers !== undefined) this.tellContainers = onContainers;
    this.sink = sink;
    this.fail = onError;
    if (typeof sink.target === 'number') this.#target = sink.target;
    this.#write(sink.preamble);
  }
  enrich(index: number, containerId: string, frame: Uint8Array): void {
    this.calls.push(['enrich', index, containerId, frame]);
  }
  describe(index: number, containerId: string, texts: readonly string[]): void {
    this.calls.push(['describe', index, containerId, texts]);
  }
  inject(frames: Uint8Array): void {
    this.calls.push(['inject', frames]);
    this.#write(frames);
  }
  repairLinks(): LostLink[] {
    return this.lost.splice(0);
  }
  sendPulse(): void {
    this.calls.push(['sendPulse']);
  }
  isPulseBack(): boolean {
    return this.pulseBack;
  }
  counters(): Counters {
    const { events, queued, reader } = this;
    return {
      written: 0n,
      bytes: 0n,
      consumed: 0n,
      decodeErrors: 0n,
      queueFull: 0n,
      undescribed: 0n,
      queued,
      spilled: 0,
      recovered: 0n,
      resent: 0n,
      memoryRefused: false,
      damagedSegments: 0n,
      reader,
      events,
    };
  }
  async stop(last: (counters: Counters) => Uint8Array): Promise<Counters> {
    this.calls.push(['stop']);
    this.#write(last(this.counters()));
    return this.counters();
  }

  /** Calls of one name, without it. */
  of(name: string): unknown[][] {
    return this.calls.filter(([called]) => called === name).map(([, ...args]) => args);
  }

  #write(bytes: Uint8Array): void {
    if (this.#target !== undefined && bytes.length > 0) writeSync(this.#target, bytes);
  }
}

/** The module, and every session that was made of it. */
export function fakeNative(options: FakeOptions = {}): NativeModule & {
  readonly sessions: FakeSession[];
  readonly dropped: bigint[];
} {
  const dropped: bigint[] = [];
  const sessions: FakeSession[] = [];
  class Session extends FakeSession {
    constructor() {
      super(options);
      sessions.push(this);
    }
  }
  return {
    Session,
    features: () => [],
    enableStatistics: () => {},
    programStatistics: () => [],
    countersOf: () => [],
    cgroupCountsOf: () => [],
    dropPrivileges: (capabilities) => void dropped.push(capabilities),
    dropped,
    argumentPlace: () => 0,
    containerOf: () => ({ id: '', runtime: '', isRoot: false }),
    libbpf: '1.1.2',
    sessions,
  };
}

export const counted = (id: number, produced: bigint, ringFull = 0n): EventCounters => ({
  id,
  produced,
  delivered: produced - ringFull,
  ringFull,
  tooLarge: 0n,
  queueFull: 0n,
  filtered: 0n,
  throttled: 0n,
});
