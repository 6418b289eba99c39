import { FrameError, FrameReader, TraceeJsonReader } from '@tracee/event-schema';
import { RulesError } from '../exit_codes';
import type { Decoder, DecoderHandlers } from './decoder';

/** Tracee's own events, one JSON object a line. There is no header to look at, no loss and no end frame: any end of the input is its end. */
export class JsonLinesDecoder implements Decoder {
  private readonly frames: FrameReader;
  private readonly lines: TraceeJsonReader;
  private first: number | undefined;

  constructor(handlers: DecoderHandlers, eventNames: readonly string[]) {
    this.frames = new FrameReader({ event: (event) => handlers.event(event) }, eventNames);
    this.lines = new TraceeJsonReader(this.frames);
  }

  get events(): number {
    return this.frames.events + this.frames.skipped + this.lines.unknownEvents;
  }

  push(chunk: Buffer): void {
    this.first ??= chunk[0];
    try {
      this.lines.push(chunk);
    } catch (error) {
      throw this.explained(error);
    }
  }

  again(): void {
    this.lines.again();
  }

  select(eventNames: readonly string[]): void {
    this.frames.select(eventNames);
  }

  finish(): void {
    this.lines.finish();
  }

  remarks(): string[] {
    const { unknownEvents, unreadableArguments } = this.lines;
    const remarks: string[] = [];
    if (unknownEvents > 0) remarks.push(`${unknownEvents} events of names that this version does not know`);
    if (unreadableArguments > 0) {
      remarks.push(
        `${unreadableArguments} arguments that cannot be read as their type, so that no signature sees them (let Tracee write them raw, without parse-arguments)`,
      );
    }
    return remarks;
  }

  private explained(error: unknown): unknown {
    const isFrames = error instanceof FrameError && error.offset === 0 && this.first === 0xc9;
    return isFrames
      ? new RulesError(
          'input',
          'read JSON lines: offset 0: a frame of tracee-collect (leave out --input-format json)',
          { cause: error },
        )
      : error;
  }
}
