import { spawnSync } from 'node:child_process';
import { constants, existsSync, fstatSync, openSync, type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { RulesError } from '../exit_codes';
import { reason } from '../reason';
import { readFile } from './read_file';
import { readPipe } from './read_pipe';
import type { Source } from './source';

/** Standard input, whatever the shell has put there. */
export const openStdin = (): Source => sourceOf(0, 'standard input');

/**
 * A capture file or a FIFO. A path that does not exist becomes a FIFO, as the collector makes it: whichever of the two
 * starts first, the other finds it.
 */
export function openPath(path: string, created: () => void): Source {
  try {
    return sourceOf(openNow(path), path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw cannotOpen(path, error);
  }
  makeFifo(path);
  created();
  try {
    return sourceOf(openNow(path), path);
  } catch (error) {
    throw cannotOpen(path, error);
  }
}

/** Without O_NONBLOCK the open of a FIFO waits for a writer, and nothing else runs meanwhile. */
const openNow = (path: string) => openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);

const cannotOpen = (path: string, error: unknown) =>
  error instanceof RulesError
    ? error
    : new RulesError('failure', `open input: ${path}: ${reason(error)} (is the path right, and may you read it?)`, {
        cause: error,
      });

const setGroupId = 0o2000;

/**
 * Node has no mkfifo. Losing the race against the collector is as good as winning it. As the collector's, the FIFO is its owner's alone,
 * or in a directory with the set-group-ID bit its group's, too.
 */
function makeFifo(path: string): void {
  const directory = statSync(dirname(resolve(path)), { throwIfNoEntry: false });
  const isShared = directory !== undefined && (directory.mode & setGroupId) !== 0;
  const mode = isShared ? '660' : '600';
  const { error, status, stderr } = spawnSync('mkfifo', ['-m', mode, '--', path], { encoding: 'utf8' });
  if (error !== undefined)
    throw new RulesError(
      'failure',
      `make FIFO: ${path}: mkfifo: ${reason(error)} (install coreutils, or make it yourself)`,
    );
  if (status !== 0 && !existsSync(path)) {
    throw new RulesError(
      'failure',
      `make FIFO: ${path}: ${stderr.trim()} (does its directory exist, and may you write there?)`,
    );
  }
}

function sourceOf(fd: number, name: string): Source {
  const stats = fstatSync(fd);
  if (stats.isDirectory())
    throw new RulesError('failure', `open input: ${name}: a directory (name the FIFO or capture file in it)`);
  const live = isPolled(stats);
  return { name, live, read: (take) => (live ? readPipe : readFile)(fd, take) };
}

const isPolled = (stats: Stats) => stats.isFIFO() || stats.isSocket();
