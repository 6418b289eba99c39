/** Which process reads the output: its own events would feed on themselves. */
export class ExcludedReader {
  #present = false;
  #pid: number | undefined;

  /** @param find the host process id at the other end; asked when a reader comes, and when the known one has gone */
  constructor(private readonly find: () => number | undefined) {}

  /** Given whether a reader is there: the process id to exclude (0 for none) when that has changed. */
  look(present: boolean): number | undefined {
    const came = present && !this.#present;
    const gone = this.#pid !== undefined && (!present || !isRunning(this.#pid));
    this.#present = present;
    if (!came && !gone) return undefined;
    this.#pid = present ? this.find() : undefined;
    return this.#pid ?? 0;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
