import { existsSync, readFileSync } from 'node:fs';

/** The hierarchy of cgroups that tells which container a task is in, and where it is mounted. */
export interface CgroupMount {
  readonly root: string;
  /** 0 for cgroup v2. */
  readonly hierarchy: number;
  /** Its root, as this cgroup namespace sees it: "/" is that of the namespace, "/.." and so on lie above. */
  readonly part: string;
}

/** Directories where a collector in a container finds the host's cgroups, before its own. */
const hostMounts = ['/host/sys/fs/cgroup', '/sys/fs/cgroup'];

/**
 * Cgroup v2 wherever it is mounted, alone or beside the controllers of version 1: every runtime makes its containers' cgroups there,
 * too. Without it the cpuset controller of version 1, the first of the kernel's, which task__cgroup_id reads (bpf-core/include/task.h).
 * Of several mounts the one that reaches highest: in a cgroup namespace of its own, a container has "/", and the host's is "/../..".
 */
export function findCgroups(proc = '/proc'): CgroupMount | undefined {
  const mounts = readMounts(`${proc}/self/mountinfo`);
  const unified = mounts.filter(({ type }) => type === 'cgroup2');
  const cpuset = mounts.filter(({ type, options }) => type === 'cgroup' && options.split(',').includes('cpuset'));
  const [best] = sortBest(unified.length > 0 ? unified : cpuset);
  if (best === undefined) return undefined;
  const { root, part } = best;
  return { root, part, hierarchy: unified.length > 0 ? 0 : cpusetNumber(`${proc}/self/cgroup`) };
}

interface Mount {
  readonly part: string;
  readonly root: string;
  readonly type: string;
  readonly options: string;
}

/** As man 5 proc describes: id, parent, device, root, mount point, options, optional fields, "-", type, source, super options. */
function readMounts(path: string): Mount[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [mount = '', file = ''] = line.split(' - ');
      const [, , , part, root] = mount.split(' ');
      const [type, , options = ''] = file.split(' ');
      return part === undefined || root === undefined || type === undefined
        ? []
        : [{ part: plain(part), root: plain(root), type, options }];
    });
}

/** Blanks in paths are octal there. */
const plain = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));

const sortBest = (mounts: readonly Mount[]): Mount[] => {
  const place = ({ root }: Mount) => {
    const found = hostMounts.findIndex((host) => root.startsWith(host));
    return found < 0 ? hostMounts.length : found;
  };
  return [...mounts].sort((a, b) => depth(a.part) - depth(b.part) || place(a) - place(b));
};

/** How far below the root of this namespace: negative above it. */
const depth = (part: string): number =>
  part
    .split('/')
    .filter(Boolean)
    .reduce((sum, name) => sum + (name === '..' ? -1 : 1), 0);

/** Number of the hierarchy with the cpuset controller: "3:cpuset:/" */
function cpusetNumber(path: string): number {
  const line = /^(\d+):(?:[^:]*,)?cpuset[,:]/m.exec(existsSync(path) ? readFileSync(path, 'utf8') : '');
  return Number(line?.[1] ?? 0);
}
