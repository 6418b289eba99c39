import { Socket, type SocketConstructorOpts } from 'node:net';
import type { Reading, Take } from './source';

/** A quarter of the writer's pipe (1 MiB): large enough that the read call does not show, small enough for the CPU cache. */
const bufferBytes = 256 * 1024;

/**
 * Reads a FIFO, pipe or socket by polling: a read that blocks in the thread pool would keep process.exit from returning
 * for as long as no writer comes. A FIFO opened with O_NONBLOCK is silent until its first writer, then ends with the last.
 */
export function readPipe(fd: number, take: Take): Reading {
  let stop = () => {};
  const done = new Promise<void>((resolve, reject) => {
    const fail = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    const callback = (bytes: number, buffer: Uint8Array) => {
      try {
        const held = take((buffer as Buffer).subarray(0, bytes));
        if (held === undefined) return true;
        held.then(() => socket.resume(), fail);
      } catch (error) {
        fail(error as Error);
      }
      return false;
    };
    const onread = { buffer: Buffer.allocUnsafeSlow(bufferBytes), callback };
    const socket = new Socket({ fd, readable: true, writable: false, onread } as SocketConstructorOpts);
    socket.once('error', fail);
    socket.once('close', () => resolve());
    socket.once('end', () => resolve());
    socket.resume();
    stop = () => socket.destroy();
  });
  return { done, stop };
}
