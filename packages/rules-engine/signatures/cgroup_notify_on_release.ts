import { type Handlers, type Meta, type Signature, writeOpen } from '../src/index';

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
    security_file_open: {
      where: ({ args, origin }) => [
        writeOpen(args.flags),
        args.pathname.basename.eq('notify_on_release'),
        origin.is('container'),
      ],
      handle: ({ args }) => ({ data: { path: args.pathname, flags: args.flags } }),
    },
  } satisfies Handlers;
}
