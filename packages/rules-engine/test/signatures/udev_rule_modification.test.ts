import UdevRuleModification from '../../signatures/udev_rule_modification';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) => event('security_file_open', { pathname, flags });
const rename = (old_path: string, new_path: string) => event('security_inode_rename', { old_path, new_path });

testSignature(UdevRuleModification, {
  fires: [
    {
      name: 'opened to write',
      events: [open('/etc/udev/rules.d/99-x.rules', 1)],
      data: { path: '/etc/udev/rules.d/99-x.rules', how: 'open', flags: 1 },
    },
    {
      name: 'replaced',
      events: [rename('/tmp/new', '/etc/udev/rules.d/99-x.rules')],
      data: { path: '/etc/udev/rules.d/99-x.rules', how: 'rename', old_path: '/tmp/new' },
    },
    {
      name: 'each of the places',
      events: [
        open('/etc/udev/rules.d/99-x.rules', 2),
        open('/run/udev/rules.d/1.rules', 2),
        open('/usr/lib/udev/rules.d/x.rules', 2),
      ],
      findings: 3,
    },
  ],
  quiet: [
    { name: 'opened to read', events: [open('/etc/udev/rules.d/99-x.rules', 0)] },
    { name: 'renamed away', events: [rename('/etc/udev/rules.d/99-x.rules', '/tmp/old')] },
    {
      name: 'other files',
      events: [open('/etc/udev/udev.conf', 1), open('/run/udev/data/b8:0', 1), open('/etc/udev/rules.d', 1)],
    },
    {
      name: 'a package is installed',
      events: [
        event('security_file_open', { pathname: '/etc/udev/rules.d/99-x.rules', flags: 1 }, { processName: 'dpkg' }),
      ],
    },
  ],
});
