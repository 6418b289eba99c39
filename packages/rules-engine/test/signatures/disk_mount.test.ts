import DiskMount from '../../signatures/disk_mount';
import { event, testSignature } from '../../src/index';

const mount = (dev_name: string | null, containerStarted: boolean) =>
  event('security_sb_mount', { dev_name, path: '/mnt', type: 'ext4' }, { contextFlags: { containerStarted } });

testSignature(DiskMount, {
  fires: [
    {
      name: 'a disk mounted in a container',
      events: [mount('/dev/sda1', true)],
      data: { dev_name: '/dev/sda1', path: '/mnt', type: 'ext4', flags: 0n },
    },
  ],
  quiet: [
    { name: 'by the host, or the runtime before the container started', events: [mount('/dev/sda1', false)] },
    { name: 'other sources', events: [mount('tmpfs', true), mount('/devices/x', true), mount(null, true)] },
  ],
});
