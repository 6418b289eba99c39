import type { Reading } from '../input/source';

/** Time for the writer to send what it still has and to say that it ends: Ctrl-C in a shell reaches both sides at once. */
const graceMilliseconds = 2000;

/** SIGINT and SIGTERM: the first waits for the end of a live input, the second does not. */
export class Stop {
  asked = false;
  /** A live writer has been heard: it is likely to end its stream by itself. */
  patient = false;
  /** Resolves when reading shall end. */
  readonly now: Promise<void>;
  /** Resolves when even undelivered findings are given up. */
  readonly forced: Promise<void>;
  private resolveNow!: () => void;
  private force!: () => void;
  private reading: Reading | undefined;

  constructor() {
    this.now = new Promise((resolve) => {
      this.resolveNow = resolve;
    });
    this.forced = new Promise((resolve) => {
      this.force = resolve;
    });
  }

  /** Listens to signals from now on. */
  onSignals(): this {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => this.signalled());
    return this;
  }

  /** Says what atOnce() shall stop. */
  watches(reading: Reading): void {
    this.reading = reading;
    if (this.asked) reading.stop();
  }

  /** Reads no further, and leaves a moment to deliver what was found. */
  atOnce(): void {
    this.asked = true;
    this.reading?.stop();
    this.resolveNow();
    setTimeout(this.force, graceMilliseconds).unref();
  }

  private signalled(): void {
    if (this.asked) this.force();
    if (this.patient && !this.asked) setTimeout(() => this.atOnce(), graceMilliseconds).unref();
    else this.atOnce();
    this.asked = true;
  }
}
