import { basename, type Handlers, inContainer, isWriteOpen, type Meta, type Signature } from '../src/index';

export default class CgroupNotifyOnRelease implements Signature {
  readonly meta = {
    id: 'TRC-106',
    name: 'cgroup_notify_on_release',
    title: 'Container opened notify_on_release of a cgroup for writing',
    version: '1.0.0',
    severity: 'high',
    tactic: 'privilege-escalation',
    technique: { id: 'T1611', name: 'Escape to Host' },
    description:
      'A program in a container opened notify_on_release of a cgroup for writing. With it set, the kernel runs the release agent of the hierarchy, as root on the host, when the cgroup empties: the first half of a known way out of privileged containers.',
    misses: [
      'a hierarchy in which the file already holds 1',
      'a cgroup made by a program outside the container for one inside',
      'a change through a descriptor or a mapping that was open before the watch began',
    ],
  } satisfies Meta;

  readonly on = {
    security_file_open: (event) => {
      const { pathname, flags } = event.args;
      return pathname !== null && isWriteOpen(flags) && basename(pathname) === 'notify_on_release' && inContainer(event)
        ? { data: { path: pathname, flags } }
        : undefined;
    },
  } satisfies Handlers;
}
