import MemoryDeviceOpen from '../../signatures/memory_device_open';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) =>
  event('security_file_open', { pathname, flags }, { userId: 1000 });

testSignature(MemoryDeviceOpen, {
  fires: [
    {
      name: 'each of them',
      events: [open('/dev/mem', 2), open('/dev/kmem', 2), open('/dev/port', 2)],
      findings: 3,
      data: { path: '/dev/port', flags: 2 },
    },
  ],
  quiet: [{ name: 'other files', events: [open('/dev/null', 2), open('/dev/memx', 2), open('/tmp/dev/mem', 2)] }],
});
