import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** An editor or a copy writes several files at once. */
const settleMs = 200;

/**
 * Calls back on SIGHUP and after a change of the policies. Directories are watched, also those of single files: editors put a new file in
 * the place of the old one, and a mounted configuration is a link that is turned.
 */
export function onPolicyChange(paths: readonly string[], changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, settleMs).unref();
  };
  process.on('SIGHUP', changed);
  const watchers = paths.map((path) => watchPath(path, soon));
  return () => {
    process.off('SIGHUP', changed);
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

function watchPath(path: string, changed: () => void): FSWatcher {
  const isDirectory = statSync(path).isDirectory();
  const watcher = watch(isDirectory ? path : dirname(path), { persistent: false }, (_, name) => {
    if (isDirectory || name === null || name === basename(path) || name.startsWith('..')) changed();
  });
  watcher.on('error', () => {}); // a directory that went away is reported by the next reading
  return watcher;
}
