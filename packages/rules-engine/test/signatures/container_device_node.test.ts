import ContainerDeviceNode from '../../signatures/container_device_node';
import { event, testSignature } from '../../src/index';

const container = { contextFlags: { containerStarted: true } };

testSignature(ContainerDeviceNode, {
  fires: [
    {
      name: 'a disk',
      events: [event('security_inode_mknod', { file_name: '/tmp/d', mode: 0o60600, dev: 2048 }, container)],
      data: { path: '/tmp/d', dev: 2048 },
    },
  ],
  quiet: [
    {
      name: 'a FIFO, a socket, a character device',
      events: [0o10600, 0o140600, 0o20600].map((mode) => event('security_inode_mknod', { mode }, container)),
    },
    { name: 'on the host', events: [event('security_inode_mknod', { mode: 0o60600 })] },
  ],
});
