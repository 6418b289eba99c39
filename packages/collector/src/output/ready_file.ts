import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { CollectError, messageOf } from '../errors';

/** The file that says "events are traced". One that an earlier run left is removed at once; anything else at its path is an error. */
export class ReadyFile {
  constructor(private readonly path: string) {
    this.#attempt(() => {
      if (!existsSync(path)) return;
      if (!/^\d+\n$/.test(readFileSync(path, 'latin1')))
        throw new Error('is there and not a ready file (choose another path)');
      rmSync(path);
    });
  }

  /** Appears whole or not at all. */
  write(): void {
    const unfinished = `${this.path}.${process.pid}`;
    this.#attempt(() => {
      writeFileSync(unfinished, `${process.pid}\n`, { flag: 'wx' });
      renameSync(unfinished, this.path);
    });
  }

  /** By now there may be no privilege left to change a directory of somebody else: then it says at least that nobody is ready. */
  remove(): void {
    try {
      rmSync(this.path, { force: true });
    } catch (error) {
      if (!['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      writeFileSync(this.path, '0\n');
    }
  }

  #attempt(act: () => void): void {
    try {
      act();
    } catch (error) {
      throw new CollectError('output', `--ready-file: ${this.path}: ${messageOf(error)}`);
    }
  }
}
