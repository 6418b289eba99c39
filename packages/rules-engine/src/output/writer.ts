import type { Writable } from 'node:stream';

/**
 * Text on its way to a stream: gathered while a chunk of input is matched, then written at once, as a write call a
 * finding would cost more than the match. Nothing is dropped: who writes faster than the reader reads, waits.
 */
export class Writer {
  private pending: string[] = [];
  private gone: Error | undefined;

  /** `lost` is called once, when the other end has gone or the write failed. */
  constructor(
    private readonly stream: Writable,
    lost: (error: NodeJS.ErrnoException) => void,
  ) {
    stream.on('error', (error) => {
      if (this.gone === undefined) lost(error);
      this.gone = error;
    });
  }

  write(text: string): void {
    if (this.gone === undefined) this.pending.push(text);
  }

  /** A promise when the stream is full. */
  flush(): Promise<void> | undefined {
    if (this.pending.length === 0) return undefined;
    const text = this.pending.join('');
    this.pending = [];
    return this.stream.write(text) || this.gone !== undefined ? undefined : this.drained();
  }

  /** Resolves when the operating system has everything. */
  async end(): Promise<void> {
    await this.flush();
    if (this.gone === undefined) await new Promise<void>((resolve) => this.stream.write('', () => resolve()));
  }

  private drained(): Promise<void> {
    return new Promise((resolve) => {
      const settle = () => {
        this.stream.off('drain', settle).off('error', settle).off('close', settle);
        resolve();
      };
      this.stream.on('drain', settle).on('error', settle).on('close', settle);
    });
  }
}
