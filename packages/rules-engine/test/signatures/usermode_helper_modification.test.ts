import UsermodeHelperModification from '../../signatures/usermode_helper_modification';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) => event('security_file_open', { pathname, flags });
const rename = (old_path: string, new_path: string) => event('security_inode_rename', { old_path, new_path });

testSignature(UsermodeHelperModification, {
  fires: [
    {
      name: 'opened to write',
      events: [open('/proc/sys/kernel/modprobe', 1)],
      data: { path: '/proc/sys/kernel/modprobe', how: 'open', flags: 1 },
    },
    {
      name: 'replaced',
      events: [rename('/tmp/new', '/proc/sys/kernel/modprobe')],
      data: { path: '/proc/sys/kernel/modprobe', how: 'rename', old_path: '/tmp/new' },
    },
    {
      name: 'each of the places',
      events: [
        open('/proc/sys/kernel/modprobe', 2),
        open('/sys/kernel/uevent_helper', 2),
        open('/proc/sys/fs/binfmt_misc/register', 2),
      ],
      findings: 3,
    },
  ],
  quiet: [
    { name: 'opened to read', events: [open('/proc/sys/kernel/modprobe', 0)] },
    { name: 'renamed away', events: [rename('/proc/sys/kernel/modprobe', '/tmp/old')] },
    {
      name: 'other files',
      events: [
        open('/proc/sys/kernel/modules_disabled', 1),
        open('/proc/sys/fs/binfmt_misc/status', 1),
        open('/tmp/uevent_helper', 1),
      ],
    },
    {
      name: 'systemd registers its interpreters',
      events: [
        event(
          'security_file_open',
          { pathname: '/proc/sys/fs/binfmt_misc/register', flags: 1 },
          { processName: 'systemd-binfmt' },
        ),
      ],
    },
  ],
});
