import ClassicDiskMount from '../../../signatures/classic/classic_disk_mount';
import { event, testSignature } from '../../../src/index';

const mount = (dev_name: string, context = {}) => event('security_sb_mount', { dev_name, path: '/mnt' }, context);
const container = { contextFlags: { containerStarted: true }, containerId: 'c1' };

testSignature(ClassicDiskMount, {
  fires: [
    { name: 'a disk', events: [mount('/dev/sda1', container)], data: { device: '/dev/sda1', path: '/mnt' } },
    {
      name: 'a process that calls itself runc',
      events: [mount('/dev/sda1', { ...container, processName: 'runc:x', threadId: 9 })],
    },
  ],
  quiet: [
    { name: 'the runtime', events: [mount('/dev/sda1', { ...container, processName: 'runc:[2:INIT]', threadId: 1 })] },
    { name: 'no device, and the host', events: [mount('proc', container), mount('/dev/sda1')] },
  ],
});
