/** What follows the last slash. */
export const basename = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The path lies below one of the directories, which are written without a slash at the end. */
export const isUnder = (path: string | null, ...directories: readonly string[]): boolean =>
  path !== null && directories.some((directory) => path.startsWith(directory) && path[directory.length] === '/');

/** Where a file has no disk below it: anonymous memory files and the shared-memory mounts. */
export const isMemoryPath = (path: string | null): boolean =>
  path !== null && /^(?:memfd:|\/dev\/shm\/|\/run\/shm\/)/.test(path);
