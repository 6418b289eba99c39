import { all, type Handlers, type Meta, not, type Signature } from '../../src/index';

export default class ClassicDiskMount implements Signature {
  readonly meta = {
    id: 'TRC-11',
    name: 'classic_disk_mount',
    title: 'Device mounted in a container',
    version: '1.0.0',
    severity: 'high',
    tactic: 'privilege-escalation',
    technique: { id: 'T1611', name: 'Escape to Host' },
    description:
      'A device was mounted in a container, by another than its runtime: the disk of the host gives its files.',
    misses: ['a disk read without mounting it: see container_raw_disk_open'],
  } satisfies Meta;

  readonly on = {
    security_sb_mount: {
      where: ({ args, origin, processName, threadId }) => [
        origin.is('container'),
        args.dev_name.startsWith('/dev/'),
        not(all(processName.startsWith('runc:'), threadId.eq(1))),
      ],
      handle: ({ args }) => ({ data: { device: args.dev_name, path: args.path } }),
    },
  } satisfies Handlers;
}
