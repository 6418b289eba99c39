import { type ConnectOpts, Socket, type SocketConstructorOpts } from 'node:net';
import type { Writable } from 'node:stream';
import { FrameReader, type LazyEvent } from '@tracee/event-schema';
import { CollectError, messageOf } from '../errors';

/** How events are shown. */
export interface Form {
  /** Written once, when the stream begins. */
  readonly head: string;
  line(event: LazyEvent): string;
}

export interface View {
  /** Resolves when whoever read the text has gone; rejects when it cannot be written or the frames are damaged. */
  readonly gone: Promise<void>;
  /** Resolves when the frames are at their end and everything is written. Never rejects. */
  readonly done: Promise<void>;
}

const chunkBytes = 64 * 1024;

/** Reads frames from a pipe and writes each event as a line of text. A slow writer holds up the reading. */
export function showEvents(fd: number, form: Form, out: Writable): View {
  let lines = form.head;
  let lost = false;
  const reader = new FrameReader({
    event: (event) => {
      lines += form.line(event);
    },
  });
  const buffer = Buffer.allocUnsafeSlow(chunkBytes);
  const { promise: gone, resolve: leave, reject: fail } = deferred();
  const { promise: done, resolve: finish } = deferred();

  const show = (): boolean => {
    if (lines === '' || lost) return true;
    const text = lines;
    lines = '';
    return out.write(text);
  };
  // the pipe is read to its end even when nobody reads the text any more: the writer at its other end must not wait
  const callback = (length: number): boolean => {
    if (lost) return true;
    try {
      reader.push(buffer, length);
      return show();
    } catch (error) {
      lost = true;
      fail(new CollectError('internal', `show events: ${messageOf(error)}`));
      return true;
    }
  };
  // onread is an option of the constructor too; the types know it of connect only
  const options: SocketConstructorOpts & ConnectOpts = {
    fd,
    readable: true,
    writable: false,
    onread: { buffer, callback },
  };
  const socket = new Socket(options);
  out.on('drain', () => socket.resume());
  out.on('error', (error: NodeJS.ErrnoException) => {
    lost = true;
    socket.resume();
    if (error.code === 'EPIPE') leave();
    else fail(new CollectError('output', `write standard output: ${error.message}`));
  });
  socket.on('error', (error) => fail(new CollectError('internal', `read frames: ${error.message}`)));
  socket.on('close', () => {
    if (out.destroyed || lost) finish();
    else out.end(finish);
  });
  socket.resume();
  return { gone, done };
}

function deferred(): { promise: Promise<void>; resolve: () => void; reject: (error: Error) => void } {
  let resolve: () => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // whoever waits sees the rejection; nobody waiting yet is no error
  promise.catch(() => {});
  return { promise, resolve, reject };
}
