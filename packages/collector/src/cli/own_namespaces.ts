import { readlinkSync } from 'node:fs';
import { type CgroupMount, findCgroups } from '../containers/cgroup_mount';

/** What of the host this process sees. */
export interface View {
  /** As /proc/self/ns shows them: `pid:[NUMBER]`; '' where it cannot be read. */
  readonly pidNamespace: string;
  readonly cgroupNamespace: string;
  readonly cgroups: CgroupMount | undefined;
}

/** The first namespaces of a kernel have the same numbers everywhere (include/linux/proc_ns.h). */
const hosts = { pid: 'pid:[4026531836]', cgroup: 'cgroup:[4026531835]' } as const;

/** What a container that was started without something of the host cannot do, and how it is given. */
export function viewProblems({ pidNamespace, cgroupNamespace, cgroups }: View): string[] {
  const problems: string[] = [];
  if (pidNamespace !== '' && pidNamespace !== hosts.pid)
    problems.push(
      "start: a process namespace of our own: what runs already is not seen, and this process is traced, too (give the container the host's: pid: host, or hostPID)",
    );
  if (cgroups === undefined)
    problems.push(
      'start: no cgroup file system: no event says which container it is of (mount /sys/fs/cgroup, in a container at /host/sys/fs/cgroup)',
    );
  else if (cgroupNamespace !== '' && cgroupNamespace !== hosts.cgroup && !cgroups.part.startsWith('/..'))
    problems.push(
      `start: ${cgroups.root}: shows only our own cgroup: containers that run already are not known (mount the host's /sys/fs/cgroup at /host/sys/fs/cgroup)`,
    );
  return problems;
}

export function ownView(): View {
  const namespace = (name: string) => {
    try {
      return readlinkSync(`/proc/self/ns/${name}`);
    } catch {
      return '';
    }
  };
  return { pidNamespace: namespace('pid'), cgroupNamespace: namespace('cgroup'), cgroups: findCgroups() };
}
