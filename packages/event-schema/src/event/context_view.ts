import { contextFlags } from '../../events/context';
import type { Cursor } from '../frame/cursor';
import type { Labels } from '../frame/dictionary';
import { contextOffsets } from '../frame/format';
import type { Stream } from '../frame/stream';
import { CommCache } from './comm';

export type ContextFlags = { readonly [name in keyof typeof contextFlags]: boolean };

const flagNames = Object.keys(contextFlags) as (keyof ContextFlags)[];
export const flagsOf = (flags: Partial<ContextFlags>): number =>
  flagNames.reduce((bits, name) => bits | (flags[name] ? contextFlags[name] : 0), 0);

/** One frozen object for each combination of flags, so that reading them makes none. */
const allFlags = flagNames.reduce((bits, name) => bits | contextFlags[name], 0);
const flagObjects = Array.from({ length: allFlags + 1 }, (_, bits) =>
  Object.freeze(Object.fromEntries(flagNames.map((name) => [name, (bits & contextFlags[name]) !== 0]))),
) as unknown as readonly ContextFlags[];

/** Context fields by the getter that shows them. */
type ContextName =
  | Exclude<keyof ContextView, 'hostName' | 'matchedScopes' | `container${string}` | `pod${string}`>
  | 'flags'
  | 'host'
  | 'container'
  | 'executable';
const at = contextOffsets as Readonly<Record<ContextName, number>>;
const comms = new CommCache();
const noLabels: Labels = Object.freeze({});

/** What every event carries. Times are ns, ids as events/context.ts says; text that does not apply is ''. */
export abstract class ContextView {
  readonly #cursor: Cursor;
  readonly #stream: Stream;

  constructor(cursor: Cursor, stream: Stream) {
    this.#cursor = cursor;
    this.#stream = stream;
  }

  get eventId(): number {
    return this.#cursor.u16(at.eventId);
  }
  get contextFlags(): ContextFlags {
    return flagObjects[this.#cursor.u16(at.flags) & allFlags] as ContextFlags;
  }
  /** When the probe ran: ns since boot. `unixTime` is the same on the calendar. */
  get timestamp(): bigint {
    return this.#cursor.u64(at.timestamp);
  }
  /** ns since boot */
  get threadStartTime(): bigint {
    return this.#cursor.u64(at.threadStartTime);
  }
  /** ns since boot */
  get processStartTime(): bigint {
    return this.#cursor.u64(at.processStartTime);
  }
  /** ns since boot */
  get parentStartTime(): bigint {
    return this.#cursor.u64(at.parentStartTime);
  }
  get cgroupId(): bigint {
    return this.#cursor.u64(at.cgroupId);
  }
  get returnValue(): bigint {
    return this.#cursor.i64(at.returnValue);
  }
  /** Bitmap of the scopes that matched. */
  get scopes(): bigint {
    return this.#cursor.u64(at.scopes);
  }
  /** Names of the scopes that matched; a scope without a name has its number. */
  get matchedScopes(): readonly string[] {
    return this.#stream.scopeNames(this.scopes);
  }
  /** Record number on this CPU. */
  get sequence(): bigint {
    return this.#cursor.u64(at.sequence);
  }
  get processId(): number {
    return this.#cursor.u32(at.processId);
  }
  get threadId(): number {
    return this.#cursor.u32(at.threadId);
  }
  get parentProcessId(): number {
    return this.#cursor.u32(at.parentProcessId);
  }
  get hostProcessId(): number {
    return this.#cursor.u32(at.hostProcessId);
  }
  get hostThreadId(): number {
    return this.#cursor.u32(at.hostThreadId);
  }
  get hostParentProcessId(): number {
    return this.#cursor.u32(at.hostParentProcessId);
  }
  get userId(): number {
    return this.#cursor.u32(at.userId);
  }
  get mountNamespace(): number {
    return this.#cursor.u32(at.mountNamespace);
  }
  get pidNamespace(): number {
    return this.#cursor.u32(at.pidNamespace);
  }
  /** Number of the system call the task is in, -1 for none; `syscallName` has its name. */
  get syscall(): number {
    return this.#cursor.i32(at.syscall);
  }
  get processorId(): number {
    return this.#cursor.u16(at.processorId);
  }
  /** comm of the thread */
  get processName(): string {
    return at.processName < this.#cursor.contextEnd ? comms.text(this.#cursor, at.processName) : '';
  }

  get hostName(): string {
    return this.#stream.dictionaries.host(this.#cursor.u32(at.host));
  }
  get executablePath(): string {
    return this.#stream.dictionaries.executable(this.#cursor.u32(at.executable));
  }
  get containerId(): string {
    return this.#container.id;
  }
  get containerImage(): string {
    return this.#container.image;
  }
  get containerImageDigest(): string {
    return this.#container.digest;
  }
  get containerName(): string {
    return this.#container.name;
  }
  get containerRuntime(): string {
    return this.#container.runtime;
  }
  /** Labels of the container that the user of the collector chose. */
  get containerLabels(): Labels {
    return this.#container.labels ?? noLabels;
  }
  get podName(): string {
    return this.#container.podName;
  }
  get podNamespace(): string {
    return this.#container.podNamespace;
  }
  get podUID(): string {
    return this.#container.podUid;
  }

  /** Unix epoch ns at which the boot clock of the traced machine was 0. */
  get bootTime(): bigint {
    return this.#stream.header.bootTime;
  }
  /** When the probe ran: ns since the Unix epoch. */
  get unixTime(): bigint {
    return this.bootTime + this.timestamp;
  }
  /** Name of the system call the task is in; '' for none, its number where it has no name here. */
  get syscallName(): string {
    return this.#stream.syscallName(this.syscall, this.contextFlags.isCompat);
  }

  get #container() {
    return this.#stream.dictionaries.container(this.#cursor.u32(at.container));
  }
}
