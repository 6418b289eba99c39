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
  private sending = 0;
  private running: Promise<void> | undefined;
  private readonly options: Required<QueueOptions>;
  private closing = false;

  constructor(
    private readonly deliver: Deliver,
    options: QueueOptions,
  ) {
    this.options = { maxBytes: 16 << 20, attempts: 8, backoff: 250, linger: 0, ...options };
  }

  /** Texts that are still on their way. */
  get waitingCount(): number {
    return this.waiting.length + this.sending;
  }

  add(text: string): void {
    if (this.bytes + text.length > this.options.maxBytes) {
      this.dropped++;
      return;
    }
    this.waiting.push(text);
    this.bytes += text.length;
    this.running ??= this.run();
  }

  /** Resolves when everything is delivered or given up. Waiting for others to come ends at once. */
  async end(): Promise<void> {
    this.closing = true;
    await this.running;
  }

  private async run(): Promise<void> {
    await pause(this.options.linger, () => this.closing);
    while (this.waiting.length > 0) {
      const texts = this.waiting.splice(0, this.options.batch);
      for (const { length } of texts) this.bytes -= length;
      this.sending = texts.length;
      if (await this.retried(texts)) this.delivered += texts.length;
      else this.dropped += texts.length;
      this.sending = 0;
    }
    this.running = undefined;
  }

  private async retried(texts: readonly string[]): Promise<boolean> {
    const { attempts, backoff } = this.options;
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (attempt > 0) await pause(Math.min(backoff * 2 ** (attempt - 1), maxBackoff), () => false);
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
  const until = Date.now() + milliseconds;
  while (!isPointless()) {
    const left = until - Date.now();
    if (left <= 0) return;
    await new Promise((resolve) => setTimeout(resolve, Math.min(left, 50)));
  }
}
