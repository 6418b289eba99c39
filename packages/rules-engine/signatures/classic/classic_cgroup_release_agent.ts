import { type Handlers, type Meta, type Signature, writeOpen } from '../../src/index';

export default class ClassicCgroupReleaseAgent implements Signature {
  readonly meta = {
    id: 'TRC-14',
    name: 'classic_cgroup_release_agent',
    title: 'Release agent of cgroups changed',
    version: '1.0.0',
    severity: 'high',
    tactic: 'privilege-escalation',
    technique: { id: 'T1611', name: 'Escape to Host' },
    description:
      'The program that the kernel starts on the host when a cgroup becomes empty was changed in a container.',
    misses: ['the file replaced by a rename: see TRC-1010'],
  } satisfies Meta;

  readonly on = {
    security_file_open: {
      where: ({ args, origin }) => [
        origin.is('container'),
        args.pathname.endsWith('/release_agent'),
        writeOpen(args.flags),
      ],
      handle: ({ args }) => ({ data: { 'File Flags': args.flags, 'File Path': args.pathname } }),
    },
  } satisfies Handlers;
}
