import type { Handlers, Meta, Signature } from '../src/index';

const disk =
  /^\/dev\/(?:(?:[shv]d|xvd)[a-z]+\d*|nvme\d+n\d+(?:p\d+)?|mmcblk\d+(?:p\d+)?|dm-\d+|md\d+|mapper\/(?!control$)[^/]+)$/;

export default class ContainerRawDiskOpen implements Signature {
  readonly meta = {
    id: 'TTS-2026',
    name: 'container_raw_disk_open',
    title: 'Container opened a disk',
    version: '1.0.0',
    severity: 'high',
    tactic: 'privilege-escalation',
    technique: { id: 'T1611', name: 'Escape to Host' },
    description:
      'A program in a container opened a disk or a partition itself. debugfs and dd reach every file of the host like this, without a mount.',
    misses: ['a node of the disk under another name', 'a disk that the runtime mounted into the container'],
  } satisfies Meta;

  readonly on = {
    security_file_open: {
      where: ({ args, origin }) => [args.pathname.startsWith('/dev/'), origin.is('container')],
      handle: ({ args: { pathname, flags } }) =>
        disk.test(pathname ?? '') ? { data: { path: pathname, flags } } : undefined,
    },
  } satisfies Handlers;
}
