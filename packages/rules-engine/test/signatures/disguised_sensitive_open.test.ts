import DisguisedSensitiveOpen from '../../signatures/disguised_sensitive_open';
import { event, testSignature } from '../../src/index';

const open = (pathname: string, syscall_pathname: string | null) =>
  event('security_file_open', { pathname, syscall_pathname });

testSignature(DisguisedSensitiveOpen, {
  fires: [
    {
      name: 'a link',
      events: [open('/etc/shadow', '/tmp/notes')],
      data: { path: '/etc/shadow', written: '/tmp/notes', flags: 0 },
    },
    { name: 'a descriptor', events: [open('/etc/shadow', '/proc/self/fd/5')] },
  ],
  quiet: [
    {
      name: 'the file itself',
      events: [
        open('/etc/shadow', '/etc/shadow'),
        open('/etc/shadow', 'shadow'),
        open('/etc/shadow', '/etc/../etc/shadow'),
      ],
    },
    { name: 'not opened by path', events: [open('/etc/shadow', null), open('/etc/shadow', '')] },
    { name: 'another file', events: [open('/usr/lib/libc-2.36.so', '/lib/libc.so.6')] },
  ],
});
