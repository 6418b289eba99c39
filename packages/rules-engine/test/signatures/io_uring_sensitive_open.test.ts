import IoUringSensitiveOpen from '../../signatures/io_uring_sensitive_open';
import { event, testSignature } from '../../src/index';

const open = (pathname: string, syscall: number) => event('security_file_open', { pathname }, { syscall });

testSignature(IoUringSensitiveOpen, {
  fires: [
    { name: 'in io_uring_enter', events: [open('/etc/shadow', 426)], data: { path: '/etc/shadow', flags: 0 } },
    {
      name: 'by a worker of the ring',
      events: [
        event(
          'security_file_open',
          { pathname: '/root/.ssh/id_rsa' },
          { syscall: -1, contextFlags: { ioWorker: true } },
        ),
      ],
    },
  ],
  quiet: [
    { name: 'by openat', events: [open('/etc/shadow', 257)] },
    { name: 'another file', events: [open('/etc/hostname', 426)] },
  ],
});
