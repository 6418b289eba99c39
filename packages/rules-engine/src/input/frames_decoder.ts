import { FrameError, FrameReader } from '@tracee/event-schema';
import { RulesError } from '../exit_codes';
import type { Decoder, DecoderHandlers } from './decoder';

/** The stream of tracee-collect: header, events, statistics, end. */
export class FramesDecoder implements Decoder {
  private readonly reader: FrameReader;
  private first: number | undefined;
  /** Several captures one behind the other are an input, too: the last one must be whole. */
  private ended = false;

  constructor(handlers: DecoderHandlers, eventNames: readonly string[]) {
    this.reader = new FrameReader(
      {
        event: (event) => handlers.event(event),
        header: (header) => {
          this.ended = false;
          handlers.header(header);
        },
        loss: (loss) => handlers.loss(loss),
        process: (process) => handlers.process(process),
        statistics: (statistics) => handlers.totals(statistics),
        end: (end) => {
          this.ended = true;
          handlers.totals(end);
          handlers.end(end);
        },
      },
      eventNames,
    );
  }

  get events(): number {
    return this.reader.events + this.reader.skipped + this.reader.unknownEvents;
  }

  push(chunk: Buffer): void {
    this.first ??= chunk[0];
    try {
      this.reader.push(chunk);
    } catch (error) {
      throw this.explained(error);
    }
  }

  again(chunk: Buffer): void {
    this.reader.again(chunk);
  }

  select(eventNames: readonly string[]): void {
    this.reader.select(eventNames);
  }

  finish(): void {
    if (this.first === undefined) {
      throw new RulesError(
        'input',
        'read frame: offset 0: the input is empty (did tracee-collect start? its own message says why not)',
      );
    }
    this.reader.finish();
    if (this.ended) return;
    throw new RulesError(
      'input',
      `read frame: offset ${this.reader.offset}: the input ends without an end frame (the collector was killed or the copy is incomplete; every frame before was read)`,
    );
  }

  remarks(): string[] {
    const { unknownEvents } = this.reader;
    return unknownEvents === 0
      ? []
      : [`${unknownEvents} events that neither this version nor the stream's header describes`];
  }

  /** A capture of Tracee given without --input-format is the likeliest reason for bytes that are no frame. */
  private explained(error: unknown): unknown {
    const isJson =
      error instanceof FrameError && error.code === 'not-a-frame' && error.offset === 0 && this.first === 0x7b;
    return isJson
      ? new RulesError(
          'input',
          `${error.message.replace(/ \(.*\)$/, '')} (it looks like JSON lines: --input-format json)`,
          { cause: error },
        )
      : error;
  }
}
