import AccountModification from '../../signatures/account_modification';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) => event('security_file_open', { pathname, flags });
const rename = (old_path: string, new_path: string) => event('security_inode_rename', { old_path, new_path });

testSignature(AccountModification, {
  fires: [
    { name: 'opened to write', events: [open('/etc/passwd', 1)], data: { path: '/etc/passwd', how: 'open', flags: 1 } },
    {
      name: 'replaced',
      events: [rename('/tmp/new', '/etc/passwd')],
      data: { path: '/etc/passwd', how: 'rename', old_path: '/tmp/new' },
    },
    {
      name: 'each of the places',
      events: [open('/etc/passwd', 2), open('/etc/shadow', 2), open('/etc/group', 2)],
      findings: 3,
    },
  ],
  quiet: [
    { name: 'opened to read', events: [open('/etc/passwd', 0)] },
    { name: 'renamed away', events: [rename('/etc/passwd', '/tmp/old')] },
    { name: 'other files', events: [open('/etc/passwd-', 1), open('/etc/passwd.lock', 1), open('/tmp/etc/shadow', 1)] },
    {
      name: 'a program made for it',
      events: [
        event(
          'security_inode_rename',
          { old_path: '/etc/passwd+', new_path: '/etc/passwd' },
          { processName: 'useradd' },
        ),
      ],
    },
  ],
});
