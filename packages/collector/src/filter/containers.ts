import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findCgroups } from '../containers/cgroup_mount';
import { CollectError } from '../errors';
import { loadNative } from '../load_native';
import type { Scope } from './condition';
import type { ContainerCgroup } from './filter_bank';

/** The container of a cgroup path, or of the text of /proc/PID/cgroup, a path a line; '' for none. The innermost of several is meant. */
export function containerIdOf(path: string): string {
  const { containerOf } = loadNative();
  for (const line of path.split('\n')) {
    const { id } = containerOf(line);
    if (id !== '') return id;
  }
  return '';
}

/** Cgroups of containers that run: the id of a cgroup is the inode number of its directory. */
export function containerCgroups(root = findCgroups()?.root): ContainerCgroup[] {
  const found: ContainerCgroup[] = [];
  const walk = (directory: string, path: string) => {
    const containerId = containerIdOf(path);
    if (containerId !== '') found.push({ containerId, cgroup: statSync(directory, { bigint: true }).ino });
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      try {
        walk(join(directory, entry.name), `${path}/${entry.name}`);
      } catch {
        // removed while it was walked
      }
    }
  };
  try {
    if (root !== undefined) walk(root, '');
  } catch {
    // no cgroup file system: no containers
  }
  return found;
}
/** Throws when a container that a filter wants does not run, or the beginning of its id fits several. */
export function checkContainers(scopes: readonly Scope[], containers: readonly ContainerCgroup[]): void {
  const running = new Set(containers.map(({ containerId }) => containerId));
  for (const { container } of scopes) {
    for (const prefix of container?.ids?.wanted ?? []) {
      const fits = [...running].filter((id) => id.startsWith(prefix));
      if (fits.length === 1) continue;
      throw new CollectError(
        'usage',
        fits.length === 0
          ? `filters: container: no container whose id begins with "${prefix}" (give the id of one that runs)`
          : `filters: container: "${prefix}" begins the ids of ${fits.length} containers (write more of it)`,
      );
    }
  }
}
