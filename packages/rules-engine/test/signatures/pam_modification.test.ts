import PamModification from '../../signatures/pam_modification';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) => event('security_file_open', { pathname, flags });
const rename = (old_path: string, new_path: string) => event('security_inode_rename', { old_path, new_path });

testSignature(PamModification, {
  fires: [
    {
      name: 'opened to write',
      events: [open('/etc/pam.d/sshd', 1)],
      data: { path: '/etc/pam.d/sshd', how: 'open', flags: 1 },
    },
    {
      name: 'replaced',
      events: [rename('/tmp/new', '/etc/pam.d/sshd')],
      data: { path: '/etc/pam.d/sshd', how: 'rename', old_path: '/tmp/new' },
    },
    {
      name: 'each of the places',
      events: [
        open('/etc/pam.d/sshd', 2),
        open('/lib/x86_64-linux-gnu/security/pam_unix.so', 2),
        open('/usr/lib64/security/pam_x.so', 2),
        open('/etc/pam.conf', 2),
      ],
      findings: 4,
    },
  ],
  quiet: [
    { name: 'opened to read', events: [open('/etc/pam.d/sshd', 0)] },
    { name: 'renamed away', events: [rename('/etc/pam.d/sshd', '/tmp/old')] },
    {
      name: 'other files',
      events: [
        open('/etc/pam.d', 1),
        open('/etc/pam.conf.old', 1),
        open('/usr/share/pam-configs/unix', 1),
        open('/tmp/security/pam_unix.so', 1),
      ],
    },
    {
      name: 'a package is installed',
      events: [event('security_file_open', { pathname: '/etc/pam.d/sshd', flags: 1 }, { processName: 'dpkg' })],
    },
  ],
});
