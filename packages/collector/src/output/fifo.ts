import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { CollectError, messageOf } from '../errors';

const setGroupId = 0o2000;

/**
 * Makes a FIFO that only its owner can open; in a directory with the set-group-ID bit, its group as well: that is how two users share one
 * (docs/deployment.md). Node has no call for it.
 */
export function makeFifo(path: string): void {
  try {
    const isShared = (statSync(dirname(resolve(path))).mode & setGroupId) !== 0;
    execFileSync('mkfifo', ['-m', isShared ? '660' : '600', resolve(path)], { stdio: ['ignore', 'ignore', 'pipe'] });
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
