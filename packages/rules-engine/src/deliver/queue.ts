import type { Spool } from './spool';

/** Takes texts to where they should be; rejects when they did not get there. */
export type Deliver = (texts: readonly string[]) => Promise<void>;

export interface QueueOptions {
  /** Texts of one delivery. */
  readonly batch: number;
  /** Bytes that wait at most; what comes beyond is dropped and counted. */
  readonly maxBytes?: number;
  readonly attempts?: number;
  /** Of the first retry, ms; doubled each time. */
  readonly backoff?: number;
  /** How long the first text of a batch waits for others, ms. */
  readonly linger?: number;
  /** Takes what has no room, and what is left at the end; with it, nothing is given up. */
  readonly spool?: Spool;
}

const maxBackoff = 30_000;

/** Texts on their way to something slow: bounded, retried, and never in the way of the detection. */
export class DeliveryQueue {
  delivered = 0;
  dropped = 0;
  /** Failed attempts. */
  failures = 0;
  lastError: unknown;
  private waiting: string[] = [];
  private bytes = 0;
  private sending: readonly string[] = [];
  private running: Promise<void> | undefined;
  private readonly options: Required<Omit<QueueOptions, 'spool'>>;
  private readonly spool: Spool | undefined;
  private closing = false;
  private saved = false;

  constructor(
    private readonly deliver: Deliver,
    { spool, ...options }: QueueOptions,
  ) {
    const attempts = spool === undefined ? 8 : Number.POSITIVE_INFINITY;
    this.options = { maxBytes: 16 << 20, attempts, backoff: 250, linger: 0, ...options };
    this.spool = spool;
    if (spool?.isEmpty === false) this.running = this.run();
  }

  /** Texts that are still on their way, those on disk apart. */
  get waitingCount(): number {
    return this.waiting.length + this.sending.length;
  }

  /** Where texts wait for the next run; undefined when none do. */
  get keptIn(): string | undefined {
    return this.spool?.isEmpty === false ? this.spool.directory : undefined;
  }

  add(text: string): void {
    // behind what is on disk already, so that the order stays
    const fits = this.spool?.isEmpty !== false && this.bytes + text.length <= this.options.maxBytes;
    if (fits) this.push(text);
    else if (this.spool?.append(text) !== true) {
      this.dropped++;
      return;
    }
    this.running ??= this.run();
  }

  /** Resolves when everything is delivered or given up. Waiting for others to come ends at once. */
  async end(): Promise<void> {
    this.closing = true;
    await this.running;
  }

  /** Puts what did not arrive on disk, where there is one, and sends nothing more. */
  save(): void {
    if (this.spool === undefined || this.saved) return;
    this.saved = true;
    this.spool.putBack([...this.sending, ...this.waiting]);
    this.sending = [];
    this.waiting = [];
  }

  private push(text: string): void {
    this.waiting.push(text);
    this.bytes += text.length;
  }

  private async run(): Promise<void> {
    await pause(this.options.linger, () => this.closing);
    while (this.hasMore()) {
      this.sending = this.waiting.splice(0, this.options.batch);
      for (const { length } of this.sending) this.bytes -= length;
      const arrived = await this.retried(this.sending);
      if (this.saved) return;
      if (arrived) this.delivered += this.sending.length;
      else this.dropped += this.sending.length;
      this.sending = [];
    }
    this.running = undefined;
  }

  /** Looks on disk once nothing is left in memory. */
  private hasMore(): boolean {
    while (this.waiting.length === 0 && !this.saved) {
      this.spool?.done();
      if (this.spool === undefined || this.spool.isEmpty) return false;
      for (const text of this.spool.take()) this.push(text);
    }
    return !this.saved;
  }

  private async retried(texts: readonly string[]): Promise<boolean> {
    const { attempts, backoff } = this.options;
    for (let attempt = 0; attempt < attempts && !this.saved; attempt++) {
      if (attempt > 0) await pause(Math.min(backoff * 2 ** (attempt - 1), maxBackoff), () => this.saved);
      try {
        await this.deliver(texts);
        return true;
      } catch (error) {
        this.failures++;
        this.lastError = error;
      }
    }
    return false;
  }
}

/** Waits without keeping the process alive; in small steps where it may become pointless. */
async function pause(milliseconds: number, isPointless: () => boolean): Promise<void> {
  // not the clock of the day, which may be set meanwhile
  const until = performance.now() + milliseconds;
  while (!isPointless()) {
    const left = until - performance.now();
    if (left <= 0) return;
    await new Promise((resolve) => setTimeout(resolve, Math.min(left, 50)));
  }
}
