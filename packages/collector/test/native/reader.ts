import { execFileSync } from 'node:child_process';
import { constants, openSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { folder } from './fixture';

let fifos = 0;

export function makeFifo(): string {
  const path = join(folder, `fifo-${fifos++}`);
  execFileSync('mkfifo', ['-m', '600', path]);
  return path;
}

/** The other end of a FIFO, in this process. */
export class Reader {
  readonly #chunks: Buffer[] = [];
  readonly #socket: Socket;
  readonly ended: Promise<void>;

  constructor(path: string) {
    this.#socket = new Socket({
      fd: openSync(path, constants.O_RDONLY | constants.O_NONBLOCK),
      readable: true,
      writable: false,
    });
    this.#socket.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    this.ended = new Promise((resolve) => this.#socket.on('close', () => resolve()));
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  close(): Promise<void> {
    this.#socket.destroy();
    return this.ended;
  }
}
