import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { PipeMessage, PipeThread } from './pipe_thread';
import { SharedChunks, sharedChunks } from './shared_chunks';
import type { Reading, Take } from './source';

/** A turn has its price, so that another chunk is worth this wait, a little more than the collector's longest nap ... */
const patienceMilliseconds = 12;
/** ... and this is how long it may keep the event loop from timers, signals and sockets. */
const turnMilliseconds = 20;

/** Reads a FIFO, pipe or socket in a thread of its own. */
export function readPipe(fd: number, take: Take): Reading {
  const memory = sharedChunks();
  const chunks = new SharedChunks(memory);
  const reader = new Worker(join(__dirname, 'pipe_thread.js'), { workerData: { fd, memory } satisfies PipeThread });
  let [ended, pumping, stopped] = [false, false, false];

  const turn = async (first: Buffer) => {
    const end = performance.now() + turnMilliseconds;
    let holds = true;
    const release = () => {
      if (holds && chunks.release()) reader.postMessage('room');
      holds = false;
    };
    // may be interrupted anywhere, and called again
    const next = () => {
      release();
      const left = end - performance.now();
      if (left <= 0) return undefined;
      const chunk = chunks.first ?? chunks.wait(Math.min(left, patienceMilliseconds));
      holds = chunk !== undefined;
      return chunk;
    };
    const held = take(first, next);
    release();
    await held;
    await setImmediate();
  };

  /** Takes chunks until there are none; true when there will be none. */
  const pump = async () => {
    if (pumping) return false;
    pumping = true;
    do {
      for (let chunk = chunks.first; chunk !== undefined && !stopped; chunk = chunks.first) await turn(chunk);
    } while (!ended && !chunks.sleep());
    pumping = false;
    return ended;
  };

  const done = new Promise<void>((resolve, reject) => {
    const fail = (error: Error) => {
      void reader.terminate();
      reject(error);
    };
    const proceed = () => void pump().then((isEnd) => isEnd && resolve(), fail);
    reader.on('message', (message: PipeMessage) => {
      if (message instanceof Error) return fail(message);
      if (message === 'end') ended = true;
      proceed();
    });
    reader.once('error', fail);
    // it may be gone before the last of its chunks is taken
    reader.once('exit', () => {
      ended = true;
      proceed();
    });
    chunks.sleep();
  });
  return {
    done,
    stop: () => {
      stopped = true;
      void reader.terminate();
    },
  };
}
