import { appendFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RulesError } from '../exit_codes';
import { reason } from '../reason';

const segmentBytes = 1 << 20;
const maxBytes = 1 << 30;
/** In the middle of the digits: what was in memory at the end of a run goes in front of what is on disk. */
const firstNumber = 5_000_000_000;
const segmentName = /^\d{10}$/;

/**
 * Texts that wait on disk for a receiver, oldest first: segments with a JSON string a line. What is taken stays until it is `done`, so that
 * a run that is killed delivers it twice rather than never.
 */
export class Spool {
  private readonly segments: { readonly number: number; bytes: number }[];
  /** The first segment was taken. */
  private taken = false;
  private bytes: number;

  /** Throws a RulesError when the directory cannot be used. */
  constructor(readonly directory: string) {
    try {
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      this.segments = readdirSync(directory)
        .filter((name) => segmentName.test(name))
        .sort()
        .map((name) => ({ number: Number(name), bytes: readFileSync(join(directory, name)).length }));
    } catch (error) {
      throw new RulesError('usage', `spool: ${directory}: ${reason(error)} (give a directory that can be written)`, {
        cause: error,
      });
    }
    this.bytes = this.segments.reduce((sum, segment) => sum + segment.bytes, 0);
  }

  get isEmpty(): boolean {
    return this.segments.length === 0;
  }

  /** False when there is no room, or the disk does not take it. */
  append(text: string): boolean {
    const line = `${JSON.stringify(text)}\n`;
    const size = Buffer.byteLength(line);
    if (this.bytes + size > maxBytes) return false;
    let last = this.segments.at(-1);
    if (last === undefined || last.bytes >= segmentBytes || (this.taken && this.segments.length === 1)) {
      last = { number: (last?.number ?? firstNumber) + 1, bytes: 0 };
      this.segments.push(last);
    }
    try {
      appendFileSync(this.path(last.number), line, { mode: 0o600 });
    } catch {
      return false;
    }
    last.bytes += size;
    this.bytes += size;
    return true;
  }

  /** The texts of the oldest segment; a line that was cut by a crash is left out. */
  take(): string[] {
    const [oldest] = this.segments;
    if (oldest === undefined) return [];
    this.taken = true;
    try {
      return readFileSync(this.path(oldest.number), 'utf8').split('\n').flatMap(textOf);
    } catch {
      return [];
    }
  }

  /** What was taken is delivered. */
  done(): void {
    if (!this.taken) return;
    this.taken = false;
    const [oldest] = this.segments.splice(0, 1);
    this.bytes -= oldest?.bytes ?? 0;
    rmSync(this.path(oldest?.number ?? 0), { force: true });
  }

  /** What is left of what was taken, or was never on disk, in front of all else. */
  putBack(texts: readonly string[]): void {
    if (texts.length > 0) {
      const number = (this.segments[0]?.number ?? firstNumber) - 1;
      const content = texts.map((text) => `${JSON.stringify(text)}\n`).join('');
      writeFileSync(join(this.directory, 'new'), content, { mode: 0o600 });
      renameSync(join(this.directory, 'new'), this.path(number));
      if (this.taken) this.done();
      this.segments.unshift({ number, bytes: Buffer.byteLength(content) });
    } else this.done();
  }

  private readonly path = (number: number) => join(this.directory, `${number}`.padStart(10, '0'));
}

function textOf(line: string): string[] {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}
