import ModuleAutoloadModification from '../../signatures/module_autoload_modification';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) => event('security_file_open', { pathname, flags });
const rename = (old_path: string, new_path: string) => event('security_inode_rename', { old_path, new_path });

testSignature(ModuleAutoloadModification, {
  fires: [
    {
      name: 'opened to write',
      events: [open('/etc/modules', 1)],
      data: { path: '/etc/modules', how: 'open', flags: 1 },
    },
    {
      name: 'replaced',
      events: [rename('/tmp/new', '/etc/modules')],
      data: { path: '/etc/modules', how: 'rename', old_path: '/tmp/new' },
    },
    {
      name: 'each of the places',
      events: [open('/etc/modules', 2), open('/etc/modules-load.d/x.conf', 2), open('/etc/modprobe.d/x.conf', 2)],
      findings: 3,
    },
  ],
  quiet: [
    { name: 'opened to read', events: [open('/etc/modules', 0)] },
    { name: 'renamed away', events: [rename('/etc/modules', '/tmp/old')] },
    {
      name: 'other files',
      events: [open('/etc/modules-load.d', 1), open('/lib/modules/6.1/modules.dep', 1), open('/tmp/etc/modules', 1)],
    },
    {
      name: 'a package is installed',
      events: [event('security_file_open', { pathname: '/etc/modules', flags: 1 }, { processName: 'dpkg' })],
    },
  ],
});
