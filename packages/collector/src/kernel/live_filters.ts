import { setTimeout as sleep } from 'node:timers/promises';
import { argumentTests, type PlaceOf } from '../filter/argument_tests';
import type { Scope } from '../filter/condition';
import { checkContainers, containerCgroups } from '../filter/containers';
import { executableFiles } from '../filter/executables';
import {
  type ArgumentTests,
  bank as bankLayout,
  banks,
  control,
  filterBank,
  type MapEntry,
  type Surroundings,
  u32s,
} from '../filter/filter_bank';
import { checkRoots } from '../filter/process_tree';
import { encodeResidue, residueOf } from '../filter/residue';
import type { NativeSession } from '../native';
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
  /** Containers that ran before the collector, once a filter asked. */
  #old: ReadonlySet<string> | undefined;

  constructor(
    private readonly session: NativeSession,
    private readonly eventIds: ReadonlySet<number>,
    private readonly placeOf: PlaceOf,
  ) {}

  /** Before any probe is attached: bank 0. */
  install(scopes: readonly Scope[]): void {
    this.#write(scopes, 0);
  }

  /** Processes that run already; once forks are followed. */
  fillTrees(): void {
    fillTrees(this.session, this.#scopes, this.#bank);
  }

  /** Puts other filters in force, for all events from one moment on. Resolves when the last event of the old ones was judged. */
  async replace(scopes: readonly Scope[]): Promise<void> {
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
    const { entries } = filterBank(
      this.#scopes,
      this.eventIds,
      this.#bank,
      this.#surroundings(this.#scopes),
      this.#tests,
    );
    const known = new Set(this.#entries.map(entryText));
    for (const entry of entries) {
      if (!known.has(entryText(entry))) this.session.updateMap(entry.map, entry.key, entry.value);
    }
    const present = new Set(entries.map(keyText));
    // a program that was replaced still runs; a cgroup that was removed has no task
    for (const entry of this.#entries)
      if (entry.map === 'filter_cgroups' && !present.has(keyText(entry)))
        this.session.deleteFromMap(entry.map, entry.key);
    this.#entries = entries;
  }

  /** Containers came or went. */
  containersChanged(): void {
    if (this.#scopes.some(({ container }) => container !== undefined)) this.refresh();
  }

  get #bank(): number {
    return this.#version % banks;
  }

  #surroundings(scopes: readonly Scope[]): Surroundings {
    const { containers, executables } = surroundings(scopes);
    const old = this.#old ?? new Set(containers.map(({ containerId }) => containerId));
    if (scopes.some(({ container }) => container !== undefined)) this.#old = old;
    return { executables, containers: containers.map((one) => ({ ...one, isNew: !old.has(one.containerId) })) };
  }

  #write(scopes: readonly Scope[], number: number): void {
    this.#tests = argumentTests(scopes, number, this.placeOf);
    const { bytes, entries } = filterBank(scopes, this.eventIds, number, this.#surroundings(scopes), this.#tests);
    for (const { map, key, value } of entries) this.session.updateMap(map, key, value);
    this.session.setGlobal(control.name, control.banks + number * bankLayout.bytes, bytes);
    this.session.setResidue(number, encodeResidue(residueOf(scopes)));
    this.#scopes = scopes;
    this.#entries = entries;
  }
}

const keyText = ({ map, key }: MapEntry): string => `${map} ${Buffer.from(key).toString('hex')}`;
const entryText = (entry: MapEntry): string => `${keyText(entry)} ${Buffer.from(entry.value).toString('hex')}`;

/** Looked up only when a filter asks. */
export function surroundings(scopes: readonly Scope[]): Surroundings {
  return {
    containers: scopes.some(({ container }) => container !== undefined) ? containerCgroups() : [],
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
