import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { RulesError } from '../exit_codes';
import { reason } from '../reason';

export interface Rotation {
  /** Bytes of the file at which it is moved aside. */
  readonly maxBytes: number;
  /** Files kept beside the current one: PATH.1 is the newest. */
  readonly keep: number;
}

/** A file that grows to a size, and then begins anew. */
export class RotatingFile {
  private fd: number;
  private size: number;

  constructor(
    private readonly path: string,
    private readonly rotation: Rotation,
  ) {
    try {
      mkdirSync(dirname(path), { recursive: true });
      this.fd = openSync(path, 'a', 0o600);
      this.size = statSync(path).size;
    } catch (error) {
      throw new RulesError(
        'failure',
        `open output: ${path}: ${reason(error)} (is the path right, and may you write there?)`,
        {
          cause: error,
        },
      );
    }
  }

  write(text: string): void {
    const bytes = Buffer.from(text);
    if (this.size > 0 && this.size + bytes.length > this.rotation.maxBytes) this.rotate();
    let written = 0;
    while (written < bytes.length) written += writeSync(this.fd, bytes, written);
    this.size += bytes.length;
  }

  close(): void {
    fsyncSync(this.fd);
    closeSync(this.fd);
  }

  private rotate(): void {
    closeSync(this.fd);
    const { keep } = this.rotation;
    rmSync(`${this.path}.${keep}`, { force: true });
    for (let i = keep - 1; i >= 0; i--) {
      try {
        renameSync(i === 0 ? this.path : `${this.path}.${i}`, `${this.path}.${i + 1}`);
      } catch {
        // not there yet
      }
    }
    this.fd = openSync(this.path, keep === 0 ? 'w' : 'a', 0o600);
    this.size = 0;
  }
}
