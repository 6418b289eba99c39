import { closeSync, constants, lstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { frameKinds } from '@tracee/event-schema';
import { CollectError, messageOf } from '../errors';
import type { OutputChoice } from './choice';
import { makeFifo } from './fifo';

/** Where the addon writes frames. */
export interface FramesTarget {
  /** A FIFO goes by its path, so that it is reopened for each reader; the rest by descriptor. */
  readonly target: number | string;
  /** As the user reads it. */
  readonly what: string;
  close(): void;
}

const stdout = 1;
/** A path that does not exist becomes a FIFO, and with this ending a file. */
const captureEnding = '.frames';
const frameTag = 0xc9;

export function openFramesTarget({ path, kind }: OutputChoice): FramesTarget {
  if (path === undefined) return { target: stdout, what: 'standard output', close: () => {} };
  const found = statOf(path);
  if (found === undefined) {
    if (kind === 'file' || (kind === undefined && path.endsWith(captureEnding)))
      return openFile(path, constants.O_CREAT | constants.O_EXCL);
    try {
      makeFifo(path);
    } catch (error) {
      // the reader may have made it at the same moment
      if (!statOf(path)?.isFIFO()) throw error;
    }
    checkOwner(path, statOf(path));
    return fifo(path);
  }
  if (lstatSync(path).isSymbolicLink() && !found.isCharacterDevice() && dirname(path) !== '/dev')
    throw wrong(path, 'is a symbolic link, which others may turn elsewhere (give the path itself)');
  if (found.isFIFO()) {
    if (kind === 'file') throw wrong(path, 'is a FIFO (choose another path, or write frames=PATH)');
    checkOwner(path, found);
    return fifo(path);
  }
  if (found.isDirectory()) throw wrong(path, 'is a directory (give the path of a FIFO or file in it)');
  if (kind === 'fifo') throw wrong(path, 'is not a FIFO (remove it, or choose another path)');
  if (found.isCharacterDevice()) return openFile(path, 0);
  if (!found.isFile()) throw wrong(path, 'is neither a FIFO nor a file');
  if (found.size > 0 && !beginsAsCapture(path))
    throw wrong(path, 'is a file that is not a capture, it is left as it is (choose another path)');
  return openFile(path, constants.O_TRUNC);
}

const setGroup = 0o2000;
const othersWrite = 0o002;

/**
 * Events are not for whoever has put a FIFO there. Who shares one with another user says so by a directory with the set-group-id bit: its
 * group, and nobody else, may put it there.
 */
function checkOwner(path: string, found: Stats | undefined): void {
  if (found === undefined || found.uid === process.geteuid?.()) return;
  const directory = statSync(dirname(resolve(path)));
  const shared = (directory.mode & setGroup) !== 0 && (directory.mode & othersWrite) === 0;
  if (shared && found.gid === directory.gid) return;
  throw wrong(
    path,
    `is a FIFO of another user, ${found.uid} (remove it, or share a directory with that user: chmod g+s, o-w)`,
  );
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw wrong(path, messageOf(error));
  }
}

const fifo = (path: string): FramesTarget => ({ target: resolve(path), what: `FIFO ${path}`, close: () => {} });

function openFile(path: string, flags: number): FramesTarget {
  try {
    const fd = openSync(path, constants.O_WRONLY | flags, 0o600);
    return { target: fd, what: path, close: () => closeSync(fd) };
  } catch (error) {
    throw wrong(path, messageOf(error));
  }
}

/** The first frame of a capture is a header. */
function beginsAsCapture(path: string): boolean {
  const head = new Uint8Array(6);
  const fd = openSync(path, 'r');
  try {
    return readSync(fd, head) === head.length && head[0] === frameTag && head[5] === frameKinds.header;
  } finally {
    closeSync(fd);
  }
}

const wrong = (path: string, found: string): CollectError => new CollectError('output', `--output: ${path}: ${found}`);
