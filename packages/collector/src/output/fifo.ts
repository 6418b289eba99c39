import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CollectError, messageOf } from '../errors';

/** Makes a FIFO that only its owner can open. Node has no call for it. */
export function makeFifo(path: string): void {
  try {
    execFileSync('mkfifo', ['-m', '600', resolve(path)], { stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    throw new CollectError('output', `make FIFO: ${path}: ${messageOf(error).trim().split('\n').pop()}`);
  }
}

/** Both ends of a pipe inside this process: a FIFO whose name is gone as soon as it is open. */
export function openPipe(): { read: number; write: number } {
  const dir = mkdtempSync(join(tmpdir(), 'tracee-'));
  try {
    const path = join(dir, 'pipe');
    makeFifo(path);
    const read = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return { read, write: openSync(path, constants.O_WRONLY) };
    } catch (error) {
      closeSync(read);
      throw error;
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
