import LoaderConfigurationModification from '../../signatures/loader_configuration_modification';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) => event('security_file_open', { pathname, flags });
const rename = (old_path: string, new_path: string) => event('security_inode_rename', { old_path, new_path });

testSignature(LoaderConfigurationModification, {
  fires: [
    {
      name: 'opened to write',
      events: [open('/etc/ld.so.conf', 1)],
      data: { path: '/etc/ld.so.conf', how: 'open', flags: 1 },
    },
    {
      name: 'replaced',
      events: [rename('/tmp/new', '/etc/ld.so.conf')],
      data: { path: '/etc/ld.so.conf', how: 'rename', old_path: '/tmp/new' },
    },
    {
      name: 'each of the places',
      events: [open('/etc/ld.so.conf', 2), open('/etc/ld.so.conf.d/00-x.conf', 2)],
      findings: 2,
    },
  ],
  quiet: [
    { name: 'opened to read', events: [open('/etc/ld.so.conf', 0)] },
    { name: 'renamed away', events: [rename('/etc/ld.so.conf', '/tmp/old')] },
    {
      name: 'other files',
      events: [open('/etc/ld.so.cache', 1), open('/etc/ld.so.conf.d', 1), open('/tmp/etc/ld.so.conf', 1)],
    },
    {
      name: 'a package is installed',
      events: [event('security_file_open', { pathname: '/etc/ld.so.conf', flags: 1 }, { processName: 'dpkg' })],
    },
  ],
});
