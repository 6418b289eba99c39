import { FrameError } from '../frame/error';
import type { FrameReader } from '../frame/reader';
import { FrameWriter } from '../frame/writer';
import { decodeText } from '../values/text';
import { parseTraceeJson } from './from_json';

const lineFeed = 0x0a;
/** A longer line is not an event, and would only fill the memory. */
const maxLineBytes = 16 << 20;

/**
 * Reads Tracee's events, one JSON object a line, and gives them to a FrameReader as frames: what reads frames reads these too.
 * Use it like a FrameReader: `push` chunks of any size, `finish` at the end of the input.
 */
export class TraceeJsonReader {
  /** Events of names that this build does not know. */
  unknownEvents = 0;
  /** Argument values that were not of the argument's type, and read as null. */
  unreadableArguments = 0;

  readonly #writer = new FrameWriter().header({ collector: 'json', arch: 'x86_64' });
  #rest: Buffer[] = [];
  #restBytes = 0;
  #offset = 0;
  #line = 0;
  #failure: FrameError | undefined;
  /** What was handed over last, whole frames. */
  #handed: Buffer = Buffer.alloc(0);

  constructor(readonly frames: FrameReader) {}

  /** Reads `length` bytes of `chunk`. Throws one FrameError, code 'bad-json', at the first line that is not an event. */
  push(chunk: Uint8Array, length = chunk.length): void {
    if (this.#failure !== undefined) throw this.#failure;
    const bytes = chunk.subarray(0, length);
    let from = 0;
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, from)) {
      this.#endLine(bytes.subarray(from, end), 1);
      from = end + 1;
    }
    this.#rest.push(Buffer.from(bytes.subarray(from)));
    this.#restBytes += length - from;
    if (this.#restBytes > maxLineBytes) this.#fail(`a line longer than ${maxLineBytes} bytes`);
    this.#flush();
  }

  /** After a push that was cut short inside the handler of an event: hands over that event again, and those behind it. */
  again(): void {
    this.frames.again(this.#handed);
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** The input is at its end; a last line without a line feed counts. */
  finish(): void {
    if (this.#failure !== undefined) throw this.#failure;
    this.#endLine(new Uint8Array(0), 0);
    this.#flush();
    this.frames.finish();
  }

  #endLine(last: Uint8Array, feed: number): void {
    const bytes = Buffer.concat([...this.#rest, last]);
    this.#rest = [];
    this.#restBytes = 0;
    this.#line++;
    const text = decodeText(bytes).trim();
    if (text !== '') this.#event(text);
    this.#offset += bytes.length + feed;
  }

  #event(text: string): void {
    let event: ReturnType<typeof parseTraceeJson>;
    try {
      event = parseTraceeJson(text, () => this.unreadableArguments++);
      if (event !== undefined) this.#writer.event(event);
    } catch (error) {
      this.#fail((error as Error).message);
    }
    if (event === undefined) this.unknownEvents++;
  }

  /** Events are handed over a chunk at a time, and before an error those in front of it. */
  #flush(): void {
    this.#handed = this.#writer.take();
    if (this.#handed.length > 0) this.frames.push(this.#handed);
  }

  #fail(found: string): never {
    this.#failure = new FrameError(
      'bad-json',
      this.#offset,
      `line ${this.#line}: ${found}`,
      'one JSON object with an eventName a line; every line before was read',
    );
    this.#flush();
    throw this.#failure;
  }
}
