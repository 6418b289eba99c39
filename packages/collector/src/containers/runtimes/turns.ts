/** At most so many at once; of the others, at most so many wait for their turn. */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
  ) {}

  /** When `work` has had its turn; undefined when too many wait. */
  async take<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.#running >= this.atOnce) {
      if (this.#waiting.length >= this.waiting) return undefined;
      // who ends hands its turn on
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#running++;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#running--;
      else next();
    }
  }
}
