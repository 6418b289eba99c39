import SudoersModification from '../../signatures/sudoers_modification';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) => event('security_file_open', { pathname, flags });
const rename = (old_path: string, new_path: string) => event('security_inode_rename', { old_path, new_path });

const dpkg = {
  hostProcessId: 5,
  hostParentProcessId: 1,
  startTime: 0n,
  processName: 'dpkg',
  executable: '/usr/bin/dpkg',
};
const ofScript = { processName: 'sh', hostProcessId: 6, hostParentProcessId: 5 };

testSignature(SudoersModification, {
  fires: [
    {
      name: 'opened to write',
      events: [open('/etc/sudoers', 1)],
      data: { path: '/etc/sudoers', how: 'open', flags: 1 },
    },
    {
      name: 'replaced',
      events: [rename('/tmp/new', '/etc/sudoers')],
      data: { path: '/etc/sudoers', how: 'rename', old_path: '/tmp/new' },
    },
    { name: 'each of the places', events: [open('/etc/sudoers', 2), open('/etc/sudoers.d/90-x', 2)], findings: 2 },
  ],
  quiet: [
    {
      name: 'a package manager, and the script of a package',
      running: [dpkg],
      events: [
        event(
          'security_inode_rename',
          { old_path: '/etc/sudoers.d/x.dpkg-new', new_path: '/etc/sudoers.d/x' },
          { processName: 'dpkg' },
        ),
        event('security_file_open', { pathname: '/etc/sudoers.d/x', flags: 1 }, ofScript),
      ],
    },
    { name: 'opened to read', events: [open('/etc/sudoers', 0)] },
    { name: 'renamed away', events: [rename('/etc/sudoers', '/tmp/old')] },
    {
      name: 'other files',
      events: [
        open('/etc/sudoers.tmp', 1),
        open('/etc/sudo.conf', 1),
        open('/private/etc/sudoers', 1),
        open('/tmp/etc/sudoers', 1),
      ],
    },
  ],
});
