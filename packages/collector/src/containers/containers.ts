import { setTimeout as sleep } from 'node:timers/promises';
import { encodeDictionary } from '@tracee/event-schema';
import type { Scope } from '../filter/condition';
import { describedTexts } from '../filter/container_match';
import type { ContainerChange, NativeSession } from '../native';
import { sinceBoot } from '../stream/clock';
import type { CgroupMount } from './cgroup_mount';
import { asksForExisting, completed, existingContainer, madeAt, scopesToldOf } from './container_events';
import { type Description, isDescribed, undescribed } from './description';
import { chosenLabels } from './labels';

/** Asks a runtime about a container. Never rejects, and takes a bounded time; undefined when nobody knows it. */
export type Describe = (containerId: string, runtime: string) => Promise<Description | undefined>;

export const defaultEventWaitMs = 200;

/** Containers that are gone, and are still known: their container_create may have waited, and the runtime has forgotten them. */
const goneKept = 1024;

export interface ContainersOptions {
  readonly scopes: readonly Scope[];
  readonly mount: CgroupMount;
  readonly bootTime: bigint;
  readonly describe: Describe;
  /** How long an event about a container waits for what its runtime tells. */
  readonly eventWaitMs?: number;
  /** Names of labels that events have, as parseLabels gives them. */
  readonly labels?: readonly string[];
  /** Cgroups came or went: filters on containers have changed. */
  readonly changed: (changes: readonly ContainerChange[]) => void;
  /** A container is described now. */
  readonly described: (containerId: string) => void;
}

/**
 * The JavaScript side of containers. The ring thread names them; here they are described by their runtimes, for the dictionary and for
 * container_create, and those that were there before are told. Nothing that is traced waits for any of it.
 */
export class Containers {
  readonly #asked = new Map<string, Promise<Description>>();
  readonly #known = new Map<string, Description>();
  /** The longest gone first. */
  readonly #gone = new Set<string>();
  /** container_create events that wait for what the runtime tells. */
  readonly #waiting = new Map<Buffer, ContainerChange>();
  #ended = false;

  constructor(
    private readonly session: NativeSession,
    private readonly options: ContainersOptions,
  ) {}

  take(changes: readonly ContainerChange[]): void {
    if (this.#ended) return;
    for (const change of changes) this.#takeOne(change);
    this.options.changed(changes);
  }

  /** What is known of a container; undefined before its runtime has answered. */
  descriptionOf(containerId: string): Description | undefined {
    return this.#known.get(containerId);
  }

  /** Sends what waits as it is: the end has come. */
  end(): void {
    for (const frame of this.#waiting.keys()) this.session.inject(frame);
    this.#waiting.clear();
    this.#ended = true;
  }

  #takeOne(change: ContainerChange): void {
    const { kind, isRoot, containerId, frame } = change;
    if (kind === 'event' && frame !== undefined) this.#complete(change, frame);
    else if (!isRoot) return;
    else if (kind === 'removed') this.#letGo(containerId);
    else {
      // one that is started again may have another name
      if (this.#gone.has(containerId)) this.#forget(containerId);
      void this.#enrich(change);
    }
  }

  #letGo(containerId: string): void {
    this.#gone.add(containerId);
    const [oldest = containerId] = this.#gone;
    if (this.#gone.size > goneKept) this.#forget(oldest);
  }

  #forget(containerId: string): void {
    this.#gone.delete(containerId);
    this.#asked.delete(containerId);
    this.#known.delete(containerId);
  }

  #describe({ containerId, runtime }: ContainerChange): Promise<Description> {
    const known = this.#asked.get(containerId);
    if (known !== undefined) return known;
    const plain = undescribed(containerId, runtime);
    const asked = this.options.describe(containerId, runtime).then((about) => about ?? plain);
    this.#asked.set(containerId, asked);
    return asked;
  }

  /** What the runtime tells in time for an event; later, what the cgroup tells. */
  #describeInTime(change: ContainerChange): Promise<Description> {
    const { eventWaitMs = defaultEventWaitMs } = this.options;
    const plain = undescribed(change.containerId, change.runtime);
    return Promise.race([this.#describe(change), sleep(eventWaitMs, plain, { ref: false })]);
  }

  async #enrich(change: ContainerChange): Promise<void> {
    if (change.kind === 'existing') void this.#tellExisting(change);
    const { index, containerId } = change;
    const about = await this.#describe(change);
    if (this.#ended) return;
    if (this.#asked.has(containerId)) this.#known.set(containerId, about);
    const value = { ...about, labels: chosenLabels(about.labels, this.options.labels ?? []) };
    if (isDescribed(about))
      this.session.enrich(index, containerId, encodeDictionary({ dictionary: 'container', index, value }));
    this.session.describe(index, containerId, describedTexts(about));
    this.options.described(containerId);
  }

  async #tellExisting(change: ContainerChange): Promise<void> {
    const { scopes, mount, bootTime } = this.options;
    if (!asksForExisting(scopes)) return;
    const about = await this.#describeInTime(change);
    if (this.#ended) return;
    const told = scopesToldOf(scopes, about);
    if (told === 0n) return;
    const times = { now: sinceBoot(), ctime: madeAt(mount.root, change.path, bootTime) };
    this.session.inject(existingContainer(about, told, times));
  }

  async #complete(change: ContainerChange, frame: Buffer): Promise<void> {
    this.#waiting.set(frame, change);
    const about = await this.#describeInTime(change);
    if (this.#waiting.delete(frame)) this.session.inject(completed(frame, about));
  }
}
