import { any, type Condition } from '../where/condition';
import type { TextTests } from '../where/fields';

/** What follows the last slash. */
export const basename = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The path lies below one of the directories, which are written without a slash at the end. */
export const isUnder = (path: string | null, ...directories: readonly string[]): boolean =>
  path !== null && directories.some((directory) => path.startsWith(directory) && path[directory.length] === '/');

const memory = ['memfd:', '/dev/shm/', '/run/shm/'];

/** Where a file has no disk below it: anonymous memory files and the shared-memory mounts. */
export const isMemoryPath = (path: string | null): boolean =>
  path !== null && memory.some((start) => path.startsWith(start));

/** The same of an argument, for `where`. */
export const under = (path: TextTests, ...directories: readonly string[]): Condition =>
  any(...directories.map((directory) => path.startsWith(`${directory}/`)));

export const memoryPath = (path: TextTests): Condition => any(...memory.map((start) => path.startsWith(start)));
