import { readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Reading, Take } from './source';

/** One turn of the event loop: about 5 ms of matching, so that a signal is seen at once. */
const bufferBytes = 1024 * 1024;

/** Reads a file from where it stands, a chunk a turn: fewer, larger reads than the thread pool makes, without its latency. */
export function readFile(fd: number, take: Take): Reading {
  let stopped = false;
  const buffer = Buffer.allocUnsafeSlow(bufferBytes);
  const run = async () => {
    for (;;) {
      if (stopped) return;
      const bytes = readSync(fd, buffer, 0, bufferBytes, null);
      if (bytes === 0) return;
      await take(buffer.subarray(0, bytes), () => undefined);
      await setImmediate();
    }
  };
  return {
    done: run(),
    stop: () => {
      stopped = true;
    },
  };
}
