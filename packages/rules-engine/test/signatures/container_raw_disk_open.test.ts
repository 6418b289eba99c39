import ContainerRawDiskOpen from '../../signatures/container_raw_disk_open';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) =>
  event('security_file_open', { pathname, flags }, { contextFlags: { containerStarted: true } });

testSignature(ContainerRawDiskOpen, {
  fires: [
    {
      name: 'each of them',
      events: [
        open('/dev/sda', 0),
        open('/dev/nvme0n1p2', 0),
        open('/dev/vda1', 0),
        open('/dev/dm-0', 0),
        open('/dev/mapper/root', 0),
      ],
      findings: 5,
      data: { path: '/dev/mapper/root', flags: 0 },
    },
  ],
  quiet: [
    {
      name: 'other files',
      events: [open('/dev/null', 0), open('/dev/sdx/y', 0), open('/tmp/dev/sda', 0), open('/dev/shm/x', 0)],
    },
    { name: 'on the host', events: [event('security_file_open', { pathname: '/dev/sda', flags: 0 })] },
  ],
});
