import ContainerKernelLogRead from '../../signatures/container_kernel_log_read';
import { event, testSignature } from '../../src/index';

const container = { contextFlags: { containerStarted: true } };

testSignature(ContainerKernelLogRead, {
  fires: [
    {
      name: 'syslog',
      events: [event('syslog', { type: 3 }, { ...container, returnValue: 100n })],
      data: { how: 'syslog', type: 3 },
    },
    {
      name: 'the device',
      events: [event('security_file_open', { pathname: '/dev/kmsg', flags: 0 }, container)],
      data: { how: 'open', path: '/dev/kmsg' },
    },
  ],
  quiet: [
    { name: 'its size asked for', events: [event('syslog', { type: 10 }, { ...container, returnValue: 100n })] },
    { name: 'refused', events: [event('syslog', { type: 3 }, { ...container, returnValue: -1n })] },
    {
      name: 'a message written',
      events: [event('security_file_open', { pathname: '/dev/kmsg', flags: 1 }, container)],
    },
    {
      name: 'on the host',
      events: [
        event('syslog', { type: 3 }, { returnValue: 100n }),
        event('security_file_open', { pathname: '/dev/kmsg' }),
      ],
    },
  ],
});
