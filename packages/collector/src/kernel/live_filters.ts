import { setTimeout as sleep } from 'node:timers/promises';
import type { Description } from '../containers/description';
import { argumentTests, type PlaceOf } from '../filter/argument_tests';
import type { Scope } from '../filter/condition';
import { checkContainers, containerCgroups } from '../filter/containers';
import { executableFiles } from '../filter/executables';
import {
  type ArgumentTests,
  bank as bankLayout,
  banks,
  type ContainerCgroup,
  cgroupKey,
  containerEntry,
  control,
  filterBank,
  type MapEntry,
  type Surroundings,
  u32s,
} from '../filter/filter_bank';
import { checkRoots } from '../filter/process_tree';
import { encodeResidue, residueOf } from '../filter/residue';
import type { ContainerChange, NativeSession } from '../native';
import { fillTrees } from './fill_trees';

/** Maps whose keys begin with their bank. */
const bankedMaps = [
  'filter_numbers',
  'filter_names',
  'filter_cgroups',
  'filter_executables',
  'filter_values',
  'filter_texts',
  'tree',
  'followed',
] as const;
const pollMs = 1;

/**
 * The filters in the kernel and in the addon. They are replaced whole: written to the bank that is not in force, then switched by one
 * word. An event carries the version that chose it, so that none is judged by a mixture.
 */
export class LiveFilters {
  #version = 0;
  #scopes: readonly Scope[] = [];
  #entries: readonly MapEntry[] = [];
  #tests: ArgumentTests | undefined;
  /** Cgroups of containers that the bank in force has, and their entries; none when no filter asks. */
  readonly #containers = new Map<bigint, { readonly containerId: string; readonly written: string }>();
  /** Containers that ran before the collector. */
  readonly #old = new Set<string>();

  constructor(
    private readonly session: NativeSession,
    private eventIds: ReadonlySet<number>,
    private readonly placeOf: PlaceOf,
    private readonly descriptionOf: (containerId: string) => Description | undefined = () => undefined,
  ) {}

  /** Before any probe is attached: bank 0. */
  install(scopes: readonly Scope[]): void {
    for (const { containerId } of surroundings(scopes).containers) this.#old.add(containerId);
    this.#write(scopes, 0);
  }

  /** Processes that run already; once forks are followed. */
  fillTrees(): void {
    fillTrees(this.session, this.#scopes, this.#bank);
  }

  /** Puts other filters in force, for all events from one moment on. Resolves when the last event of the old ones was judged. `eventIds`: that can be had. */
  async replace(scopes: readonly Scope[], eventIds: ReadonlySet<number>): Promise<void> {
    this.eventIds = eventIds;
    const version = (this.#version + 1) & 0xffff;
    const next = version % banks;
    for (const map of bankedMaps) this.session.clearBank(map, next);
    this.#write(scopes, next);
    fillTrees(this.session, scopes, next);
    this.#version = version;
    this.session.setGlobal(control.name, control.version, u32s(version));
    const positions = this.session.waitForPrograms();
    while (!this.session.hasPassed(positions)) await sleep(pollMs);
  }

  /** Enters what has come since, containers that started, programs that were put in place, and takes out containers that have gone. */
  refresh(): void {
    const around = this.#surroundings(this.#scopes);
    const { entries } = filterBank(this.#scopes, this.eventIds, this.#bank, around, this.#tests);
    const known = new Set(this.#entries.map(entryText));
    // a program that was replaced still runs
    for (const entry of entries) if (!known.has(entryText(entry))) this.#put(entry);
    this.#entries = entries;
    const present = new Set(around.containers.map(({ cgroup }) => cgroup));
    for (const cgroup of this.#containers.keys()) if (!present.has(cgroup)) this.#removeCgroup(cgroup);
    for (const container of around.containers) this.#enterCgroup(container);
  }

  /** Cgroups came or went. The kernel takes a new one for whatever a filter wants until it is said here what it is. */
  containersChanged(changes: readonly ContainerChange[]): void {
    for (const { kind, containerId } of changes) if (kind === 'existing') this.#old.add(containerId);
    if (!asksContainers(this.#scopes)) return;
    for (const { kind, cgroup, containerId } of changes) {
      if (kind === 'created' || kind === 'existing') this.#enterCgroup(this.#facts(cgroup, containerId));
      else if (kind !== 'event') this.#removeCgroup(cgroup);
    }
  }

  /** What a container is called is known now. */
  containerDescribed(containerId: string): void {
    if (!asksContainers(this.#scopes)) return;
    for (const [cgroup, known] of this.#containers)
      if (known.containerId === containerId) this.#enterCgroup(this.#facts(cgroup, containerId));
  }

  #enterCgroup(container: ContainerCgroup, number = this.#bank): void {
    const { cgroup, containerId } = container;
    const entry = containerEntry(this.#scopes, number, container);
    const written = entryText(entry);
    if (this.#containers.get(cgroup)?.written === written) return;
    this.#put(entry);
    this.#containers.set(cgroup, { containerId, written });
  }

  #removeCgroup(cgroup: bigint): void {
    this.#containers.delete(cgroup);
    try {
      this.session.deleteFromMap('filter_cgroups', cgroupKey(this.#bank, cgroup));
    } catch (error) {
      // the kernel did so when the cgroup went
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }

  #put({ map, key, value }: MapEntry): void {
    this.session.updateMap(map, key, value);
  }

  get #bank(): number {
    return this.#version % banks;
  }

  #surroundings(scopes: readonly Scope[]): Surroundings {
    const { containers, executables } = surroundings(scopes);
    return {
      executables,
      containers: containers.map(({ cgroup, containerId }) => this.#facts(cgroup, containerId)),
    };
  }

  #facts(cgroup: bigint, containerId: string): ContainerCgroup {
    const description = this.descriptionOf(containerId);
    return {
      cgroup,
      containerId,
      isNew: !this.#old.has(containerId),
      ...(description === undefined ? {} : { description }),
    };
  }

  #write(scopes: readonly Scope[], number: number): void {
    this.#tests = argumentTests(scopes, number, this.placeOf);
    const around = this.#surroundings(scopes);
    const { bytes, entries } = filterBank(scopes, this.eventIds, number, around, this.#tests);
    for (const entry of entries) this.#put(entry);
    this.session.setGlobal(control.name, control.banks + number * bankLayout.bytes, bytes);
    this.session.setResidue(number, encodeResidue(residueOf(scopes)));
    this.#scopes = scopes;
    this.#entries = entries;
    this.#containers.clear();
    for (const container of around.containers) this.#enterCgroup(container, number);
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const entryText = ({ map, key, value }: MapEntry): string => `${map} ${hex(key)} ${hex(value)}`;
const asksContainers = (scopes: readonly Scope[]): boolean => scopes.some(({ container }) => container !== undefined);

/** Looked up only when a filter asks. */
export function surroundings(scopes: readonly Scope[]): Surroundings {
  return {
    containers: asksContainers(scopes) ? containerCgroups() : [],
    executables: executableFiles(scopes),
  };
}

/** Whether the filters need the programs that keep trees of processes. */
export const needsTree = (scopes: readonly Scope[]): boolean =>
  scopes.some(({ trees, follow }) => trees !== undefined || follow);

/** Throws for what a filter names and this machine does not have. */
export function checkSurroundings(scopes: readonly Scope[]): void {
  for (const { trees } of scopes) checkRoots([...(trees?.wanted ?? []), ...(trees?.excluded ?? [])]);
  checkContainers(scopes, surroundings(scopes).containers);
}
