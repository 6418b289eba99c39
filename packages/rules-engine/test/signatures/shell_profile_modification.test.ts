import ShellProfileModification from '../../signatures/shell_profile_modification';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) => event('security_file_open', { pathname, flags });
const rename = (old_path: string, new_path: string) => event('security_inode_rename', { old_path, new_path });

testSignature(ShellProfileModification, {
  fires: [
    {
      name: 'opened to write',
      events: [open('/etc/profile', 1)],
      data: { path: '/etc/profile', how: 'open', flags: 1 },
    },
    {
      name: 'replaced',
      events: [rename('/tmp/new', '/etc/profile')],
      data: { path: '/etc/profile', how: 'rename', old_path: '/tmp/new' },
    },
    {
      name: 'each of the places',
      events: [
        open('/etc/profile', 2),
        open('/etc/profile.d/x.sh', 2),
        open('/root/.bashrc', 2),
        open('/home/u/.zshrc', 2),
        open('/etc/bash.bashrc', 2),
      ],
      findings: 5,
    },
  ],
  quiet: [
    { name: 'opened to read', events: [open('/etc/profile', 0)] },
    { name: 'renamed away', events: [rename('/etc/profile', '/tmp/old')] },
    {
      name: 'other files',
      events: [
        open('/etc/profiles', 1),
        open('/home/u/.bash_history', 1),
        open('/home/u/x/.bashrc', 1),
        open('/etc/skel/.bashrc', 1),
      ],
    },
    {
      name: 'a package is installed',
      events: [event('security_file_open', { pathname: '/etc/profile', flags: 1 }, { processName: 'dpkg' })],
    },
  ],
});
