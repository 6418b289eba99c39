import { existsSync, readdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './session';

/** A cgroup of this run, for the parents of containers. */
export const ownCgroup = `tracee-${process.pid}`;

const root = '/sys/fs/cgroup';
/** The monitor of a container ends after the container. */
const endMs = 20_000;

/** Runtimes leave the cgroups above those of their containers, in every hierarchy. */
export async function removeOwnCgroups(): Promise<void> {
  for (const hierarchy of ['.', ...readdirSync(root)])
    await until(() => isRemoved(join(root, hierarchy, ownCgroup)), endMs, `the last process in ${hierarchy}`);
}

function isRemoved(path: string): boolean {
  if (!existsSync(path)) return true;
  for (const entry of readdirSync(path, { withFileTypes: true }))
    if (entry.isDirectory() && !isRemoved(join(path, entry.name))) return false;
  try {
    rmdirSync(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EBUSY') return false;
    throw error;
  }
}
