import { createHash } from 'node:crypto';
import { type FSWatcher, readFileSync, watch } from 'node:fs';
import { dirname } from 'node:path';
import type { Signature } from '../signature/signature';
import { loadSignature } from './load_signature';

interface Loaded {
  readonly hash: string;
  readonly signature: Signature;
}

/** Loads files, and hands out the same signature, with its state, for as long as its file does not change. */
export class LoadedFiles {
  private readonly loaded = new Map<string, Loaded>();

  readonly load = async (file: string): Promise<Signature> => {
    const known = this.loaded.get(file);
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
    if (known?.hash === hash) return known.signature;
    forgetModules(dirname(file));
    const signature = await loadSignature(file, known === undefined ? '' : `?${hash}`);
    this.loaded.set(file, { hash, signature });
    return signature;
  };
}

/** What a changed file requires beside it may have changed, too. */
function forgetModules(directory: string): void {
  for (const file of Object.keys(require.cache)) if (file.startsWith(`${directory}/`)) delete require.cache[file];
}

/** An editor or a compiler writes several files at once. */
const settleMilliseconds = 200;

/** Calls back on SIGHUP and after a change in one of the directories. */
export function onReload(directories: readonly string[], reload: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(reload, settleMilliseconds).unref();
  };
  process.on('SIGHUP', reload);
  const watchers: FSWatcher[] = directories.map((directory) => {
    const watcher = watch(directory, { persistent: false }, soon);
    watcher.on('error', () => {}); // a directory that went away is reported by the next load
    return watcher;
  });
  return () => {
    process.off('SIGHUP', reload);
    for (const watcher of watchers) watcher.close();
  };
}
