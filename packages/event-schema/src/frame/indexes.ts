/** Which text of one dictionary has which index in the stream being written. */
export class Indexes {
  readonly #byKey = new Map<string, number>();
  readonly #byIndex = new Map<number, string>();
  /** An index that no entry has. */
  next = 1;

  of(key: string): number | undefined {
    return this.#byKey.get(key);
  }

  /** An index that is given anew no longer stands for what it stood for. */
  define(key: string, index: number): void {
    const before = this.#byIndex.get(index);
    if (before !== undefined && this.#byKey.get(before) === index) this.#byKey.delete(before);
    this.#byKey.set(key, index);
    this.#byIndex.set(index, key);
    this.next = Math.max(this.next, index + 1);
  }
}
