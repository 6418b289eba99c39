import type { Handlers, Meta, Signature } from '../src/index';

export default class DiskMount implements Signature {
  readonly meta = {
    id: 'TRC-1014',
    name: 'disk_mount',
    title: 'Container mounted a device',
    version: '1.0.0',
    severity: 'high',
    tactic: 'privilege-escalation',
    technique: { id: 'T1611', name: 'Escape to Host' },
    description:
      'A program in a container mounted a device of /dev. The file systems on the disks of the host hold everything that a container is kept from.',
    misses: [
      'a device node made under another directory than /dev',
      'a disk that is read or written without a mount: see container_raw_disk_open',
      'fsopen, fsconfig and fsmount, which do not pass the hook of mount(2)',
    ],
  } satisfies Meta;

  readonly on = {
    security_sb_mount: {
      where: ({ args, origin }) => [args.dev_name.startsWith('/dev/'), origin.is('container')],
      handle: ({ args: { dev_name, path, type, flags } }) => ({ data: { dev_name, path, type, flags } }),
    },
  } satisfies Handlers;
}
