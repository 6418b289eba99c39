import SystemdUnitModification from '../../signatures/systemd_unit_modification';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) => event('security_file_open', { pathname, flags });
const rename = (old_path: string, new_path: string) => event('security_inode_rename', { old_path, new_path });

testSignature(SystemdUnitModification, {
  fires: [
    {
      name: 'opened to write',
      events: [open('/etc/systemd/system/x.service', 1)],
      data: { path: '/etc/systemd/system/x.service', how: 'open', flags: 1 },
    },
    {
      name: 'replaced',
      events: [rename('/tmp/new', '/etc/systemd/system/x.service')],
      data: { path: '/etc/systemd/system/x.service', how: 'rename', old_path: '/tmp/new' },
    },
    {
      name: 'each of the places',
      events: [
        open('/etc/systemd/system/x.service', 2),
        open('/usr/lib/systemd/system/x.timer', 2),
        open('/home/u/.config/systemd/user/x.service', 2),
        open('/run/systemd/system/x.service.d/a.conf', 2),
      ],
      findings: 4,
    },
  ],
  quiet: [
    { name: 'opened to read', events: [open('/etc/systemd/system/x.service', 0)] },
    { name: 'renamed away', events: [rename('/etc/systemd/system/x.service', '/tmp/old')] },
    {
      name: 'other files',
      events: [
        open('/etc/systemd/journald.conf', 1),
        open('/run/systemd/journal/x', 1),
        open('/run/systemd/transient/x.scope', 1),
        open('/home/u/systemd/user/x.service', 1),
      ],
    },
    {
      name: 'a package is installed',
      events: [
        event('security_file_open', { pathname: '/etc/systemd/system/x.service', flags: 1 }, { processName: 'dpkg' }),
      ],
    },
  ],
});
