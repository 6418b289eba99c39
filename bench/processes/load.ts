import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from './pipeline';

/** Calls that the load made, as it counts them itself. */
export interface Calls {
  readonly total: number;
  readonly marks: number;
  readonly seconds: number;
}

/** The load of system calls (bench/load/syscalls.c): it is there at once, and begins when it is told to. */
export class Load {
  readonly pid: number;
  readonly #child: ChildProcess;
  readonly #said: Buffer[] = [];

  /** @param rate system calls a second; 0: as many as all CPUs can make */
  constructor(seconds: number, rate: number) {
    this.#child = spawn(join(root, 'build/load/syscalls'), [`${seconds}`, `${rate}`], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#child.stdout?.on('data', (data) => this.#said.push(data));
    this.pid = this.#child.pid as number;
  }

  async run(): Promise<Calls> {
    const ended = once(this.#child, 'close');
    this.#child.stdin?.end('.');
    await ended;
    const { openat, close, getppid, marks, seconds } = JSON.parse(Buffer.concat(this.#said).toString());
    return { total: openat + close + getppid + marks, marks, seconds };
  }

  end(): void {
    if (this.#child.exitCode === null) this.#child.kill('SIGKILL');
  }
}
