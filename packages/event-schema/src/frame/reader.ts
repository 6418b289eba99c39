import { LazyEvent } from '../event/lazy_event';
import { wrongTag } from './context_layout';
import { Cursor } from './cursor';
import { FrameCutter } from './cutter';
import { type RunningProcess, readDictionary } from './dictionary';
import { Damage } from './error';
import { argumentDamage, contextDamage } from './event_damage';
import { frameKinds, tags } from './format';
import { type Header, readHeader } from './header';
import { type Loss, readLoss } from './loss';
import { type End, readEnd, readStatistics, type Statistics } from './statistics';
import { Stream } from './stream';
import { walkArguments, whole } from './walk';

/** Called in the order of the stream. What a handler throws leaves `push`, and ends the reading. */
export interface FrameHandlers {
  /** A selected event; valid until the call returns. */
  event?(event: LazyEvent): void;
  /** The first frame, and again where a stream follows another. */
  header?(header: Header): void;
  loss?(loss: Loss): void;
  /** A process that ran before the stream began. */
  process?(process: RunningProcess): void;
  statistics?(statistics: Statistics): void;
  end?(end: End): void;
}

export type EventSelection = 'all' | Iterable<string>;

/**
 * Reads a stream of frames, given in chunks of any size, and hands each frame to its handler.
 *
 * Everything before damage is delivered; then `push` (or `finish`) throws one FrameError, and the same one on every later call.
 * A chunk may be used again by the caller once `push` has returned: only the beginning of an unfinished frame is copied.
 */
export class FrameReader {
  /** Events handed over. */
  events = 0;
  /** Events of known ids that nobody selected. */
  skipped = 0;
  /** Events whose id the stream's schema does not have. */
  unknownEvents = 0;
  /** Frames of kinds that this build does not know. */
  unknownKinds = 0;
  /** An end frame came: the stream is complete. */
  ended = false;

  readonly #handlers: FrameHandlers;
  readonly #cursor = new Cursor();
  readonly #cutter = new FrameCutter(this.#cursor, (kind, at, end) =>
    kind === frameKinds.event ? this.#event(at, end) : this.#other(kind, at, end),
  );
  #selection: 'all' | ReadonlySet<string> = 'all';
  #stream: Stream | undefined;
  /** By event id: what to hand over; null: nobody asked; undefined: not seen yet, or unknown. */
  #views: (LazyEvent | null | undefined)[] = [];

  /** @param selection names of the events to hand over; all others are skipped after a look at their id */
  constructor(handlers: FrameHandlers, selection: EventSelection = 'all') {
    this.#handlers = handlers;
    this.select(selection);
  }

  /** The last header that was read. */
  get header(): Header | undefined {
    return this.#stream?.header;
  }

  /** Bytes of the stream up to the end of the last whole frame. */
  get offset(): number {
    return this.#cutter.offset;
  }

  /** Changes which events are handed over, from the next one on. Names that the stream does not have are not an error. */
  select(selection: EventSelection): void {
    this.#selection = selection === 'all' ? 'all' : new Set(selection);
    this.#forgetViews();
  }

  /** Reads `length` bytes of `chunk`. */
  push(chunk: Uint8Array, length = chunk.length): void {
    this.#cutter.push(chunk, length);
  }

  /**
   * After a push of this chunk was cut short inside the handler of an event (a thread can be stopped, a handler cannot):
   * hands over that event again, then what follows it.
   */
  again(chunk: Uint8Array, length = chunk.length): void {
    this.events--;
    this.#cutter.again(chunk, length);
  }

  /** The input is at its end: throws when that is inside a frame or before a header. */
  finish(): void {
    this.#cutter.finish(this.#stream !== undefined);
  }

  #event(at: number, end: number): void {
    const { layout } = this.#known('an event');
    const { buffer } = this.#cursor;
    const args = at + layout.argsAt;
    if (end - args < 3) throw new Damage(`an event of ${end - at} bytes, too short for its context`);
    const elements = ((buffer[at + 1] as number) << 8) | (buffer[at + 2] as number);
    if (buffer[at] !== tags.array16 || elements !== layout.elements || buffer[at + 3] !== tags.u16)
      throw contextDamage(0);
    const id = ((buffer[at + 4] as number) << 8) | (buffer[at + 5] as number);
    let event = id < this.#views.length ? this.#views[id] : undefined;
    if (event === undefined) event = this.#makeView(id);
    if (event === null) {
      this.skipped++;
      return;
    }
    if (event === undefined) {
      this.unknownEvents++;
      return;
    }
    const tag = wrongTag(buffer, at, layout);
    if (tag >= 0) throw contextDamage(tag);
    const argc = ((buffer[args + 1] as number) << 8) | (buffer[args + 2] as number);
    if (buffer[args] !== tags.array16 || argc !== event.steps.length) {
      throw new Damage(`event ${event.eventName} of ${argc} arguments (${event.steps.length} in its schema)`);
    }
    const wrong = walkArguments(buffer, args + 3, end, event.steps, event.slots.offsets);
    if (wrong !== whole) throw argumentDamage(event, wrong, buffer, end);
    this.#cursor.at = at;
    this.events++;
    this.#handlers.event?.(event);
  }

  #other(kind: number, at: number, end: number): void {
    const { buffer } = this.#cursor;
    if (kind === frameKinds.header) this.#header(readHeader(buffer, at, end));
    else if (kind === frameKinds.dictionary) {
      const entry = readDictionary(buffer, at, end);
      const stream = this.#known('a dictionary entry');
      if (entry?.dictionary === 'process') this.#handlers.process?.({ hostProcessId: entry.index, ...entry.value });
      else if (entry !== undefined) stream.define(entry);
    } else if (kind === frameKinds.loss) {
      const loss = readLoss(buffer, at, end);
      this.#handlers.loss?.(loss);
    } else if (kind === frameKinds.statistics) {
      const statistics = readStatistics(buffer, at, end);
      this.#handlers.statistics?.(statistics);
    } else if (kind === frameKinds.end) {
      const last = readEnd(buffer, at, end);
      this.ended = true;
      this.#handlers.end?.(last);
    } else this.unknownKinds++;
  }

  #header(header: Header): void {
    this.#stream = new Stream(header);
    this.#cursor.contextEnd = this.#stream.layout.argsAt;
    this.ended = false;
    this.#forgetViews();
    this.#handlers.header?.(header);
  }

  #known(what: string): Stream {
    if (this.#stream !== undefined) return this.#stream;
    throw new Damage(`${what} before any header`, 'no-header', 'read the stream from its beginning');
  }

  #forgetViews(): void {
    this.#views = new Array<undefined>(this.#stream?.idsBelow ?? 0).fill(undefined);
  }

  /** Made when the first event of its id comes: a stream has few of the events it could have. */
  #makeView(id: number): LazyEvent | null | undefined {
    const shape = this.#stream?.shape(id);
    if (this.#stream === undefined || shape === undefined) return undefined;
    const wanted = this.#selection === 'all' || this.#selection.has(shape.name);
    const view = wanted ? new LazyEvent(this.#cursor, this.#stream, shape) : null;
    this.#views[id] = view;
    return view;
  }
}
