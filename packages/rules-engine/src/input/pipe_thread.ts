import { Socket, type SocketConstructorOpts } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { SharedChunks } from './shared_chunks';

/** What the thread is given. */
export interface PipeThread {
  readonly fd: number;
  readonly memory: SharedArrayBuffer;
}

/** What it says: a chunk came while the other side slept, the input is at its end, or it cannot be read. */
export type PipeMessage = 'chunk' | 'end' | Error;

/**
 * Reads by polling: a read that blocks would keep process.exit from returning for as long as no writer comes. A FIFO opened with
 * O_NONBLOCK is silent until its first writer, then ends with the last.
 */
function run({ fd, memory }: PipeThread): void {
  const chunks = new SharedChunks(memory);
  const say = (message: PipeMessage) => parentPort?.postMessage(message);
  const onread = {
    buffer: () => chunks.free(),
    callback: (bytes: number) => {
      if (chunks.fill(bytes)) say('chunk');
      return chunks.hasRoom();
    },
  };
  const socket = new Socket({ fd, readable: true, writable: false, onread } as SocketConstructorOpts);
  socket.once('error', say);
  socket.once('close', () => {
    say('end');
    parentPort?.close();
  });
  socket.resume();
  parentPort?.on('message', () => {
    // the room that was told of may be taken: reading did not stop for it
    if (chunks.hasRoom()) socket.resume();
  });
}

run(workerData);
