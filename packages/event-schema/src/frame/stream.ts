import { findEvent } from '../catalogue';
import { events as ownEvents, fingerprint as ownFingerprint } from '../generated/catalogue';
import { type ContextLayout, foreignLayout, ownLayout } from './context_layout';
import { Dictionaries, type DictionaryEntry } from './dictionary';
import type { EventShape, Header } from './header';
import { syscallNames } from './syscall_names';

const idsBelow = (events: readonly EventShape[]) => events.reduce((above, { id }) => Math.max(above, id + 1), 0);
const ownIdsBelow = idsBelow(ownEvents);

/** Bounds the memory of a stream whose bitmaps are all different. */
const maxBitmaps = 1024;

/** What holds for all events behind a header: its schema, clock and dictionaries. */
export class Stream {
  readonly dictionaries = new Dictionaries();
  readonly layout: ContextLayout;
  /** No event of the header has this id or a higher one. */
  readonly idsBelow: number;
  /** An event by id: of this build when the fingerprints agree, else as the header describes it. */
  readonly shape: (id: number) => EventShape | undefined;
  /** Of a stream with another schema than this build's. */
  readonly #foreign: Map<number, EventShape> | undefined;
  readonly #scopeNames = new Map<bigint, readonly string[]>();
  readonly #syscallNames: (number: number, isCompat: boolean) => string;

  constructor(readonly header: Header) {
    const { events, context } = header;
    const own = header.fingerprint === ownFingerprint;
    const byId = new Map(own ? [] : events.map((shape) => [shape.id, shape]));
    this.#foreign = own ? undefined : byId;
    this.shape = own ? findEvent : (id) => byId.get(id);
    this.idsBelow = own ? ownIdsBelow : idsBelow(events);
    this.layout = own ? ownLayout : foreignLayout(context);
    this.#syscallNames = syscallNames(header.arch);
  }

  define(entry: DictionaryEntry): void {
    this.dictionaries.define(entry);
    if (entry.dictionary === 'scope') this.#scopeNames.clear();
    if (entry.dictionary === 'event') this.#foreign?.set(entry.value.id, entry.value);
  }

  /** Names of the scopes of a bitmap, kept for the bitmaps that come again and again. */
  scopeNames(scopes: bigint): readonly string[] {
    const known = this.#scopeNames.get(scopes);
    if (known !== undefined) return known;
    const names: string[] = [];
    for (let i = 0, bits = scopes; bits !== 0n; i++, bits >>= 1n)
      if (bits & 1n) names.push((this.dictionaries.scope(i) ?? this.header.scopes?.[i]) || `${i}`);
    if (this.#scopeNames.size >= maxBitmaps) this.#scopeNames.clear();
    this.#scopeNames.set(scopes, Object.freeze(names));
    return names;
  }

  syscallName(number: number, isCompat: boolean): string {
    return this.#syscallNames(number, isCompat);
  }
}
