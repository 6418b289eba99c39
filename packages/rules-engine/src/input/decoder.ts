import type { End, Header, Loss, RunningProcess, Statistics } from '@tracee/event-schema';
import type { Event } from '../signature/signature';

/** What comes out of an input, in its order. */
export interface DecoderHandlers {
  /** An event that a signature asked for; valid until the call returns. */
  event(event: Event): void;
  header(header: Header): void;
  loss(loss: Loss): void;
  /** It ran before the stream began. */
  process(process: RunningProcess): void;
  totals(totals: Statistics | End): void;
  end(end: End): void;
}

/** Makes events of bytes. */
export interface Decoder {
  /** Every event so far, also those that nobody asked for. */
  readonly events: number;
  /** Takes the next bytes, which are the caller's again afterwards. Throws at damage, when everything before it is delivered. */
  push(chunk: Buffer): void;
  /** After a push of this chunk that was cut short inside the handler of an event: hands over that event again and reads on. */
  again(chunk: Buffer): void;
  /** Which events are handed over from now on. */
  select(eventNames: readonly string[]): void;
  /** The input is at its end: throws when that came too early. */
  finish(): void;
  /** What the user should know about the input that is no damage, a sentence each. */
  remarks(): string[];
}
