import AuthorizedKeysModification from '../../signatures/authorized_keys_modification';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) => event('security_file_open', { pathname, flags });
const rename = (old_path: string, new_path: string) => event('security_inode_rename', { old_path, new_path });

testSignature(AuthorizedKeysModification, {
  fires: [
    {
      name: 'opened to write',
      events: [open('/root/.ssh/authorized_keys', 1)],
      data: { path: '/root/.ssh/authorized_keys', how: 'open', flags: 1 },
    },
    {
      name: 'replaced',
      events: [rename('/tmp/new', '/root/.ssh/authorized_keys')],
      data: { path: '/root/.ssh/authorized_keys', how: 'rename', old_path: '/tmp/new' },
    },
    {
      name: 'each of the places',
      events: [
        open('/root/.ssh/authorized_keys', 2),
        open('/home/u/.ssh/authorized_keys2', 2),
        open('/etc/ssh/authorized_keys/u', 2),
      ],
      findings: 3,
    },
  ],
  quiet: [
    { name: 'opened to read', events: [open('/root/.ssh/authorized_keys', 0)] },
    { name: 'renamed away', events: [rename('/root/.ssh/authorized_keys', '/tmp/old')] },
    {
      name: 'other files',
      events: [
        open('/home/u/.ssh/known_hosts', 1),
        open('/home/u/authorized_keys.txt', 1),
        open('/etc/ssh/sshd_config', 1),
      ],
    },
  ],
});
