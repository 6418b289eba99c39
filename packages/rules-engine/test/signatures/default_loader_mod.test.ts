import DefaultLoaderMod from '../../signatures/default_loader_mod';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) => event('security_file_open', { pathname, flags });
const rename = (old_path: string, new_path: string) => event('security_inode_rename', { old_path, new_path });

testSignature(DefaultLoaderMod, {
  fires: [
    {
      name: 'opened to write',
      events: [open('/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2', 1)],
      data: { path: '/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2', how: 'open', flags: 1 },
    },
    {
      name: 'replaced',
      events: [rename('/tmp/new', '/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2')],
      data: { path: '/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2', how: 'rename', old_path: '/tmp/new' },
    },
    {
      name: 'each of the places',
      events: [
        open('/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2', 2),
        open('/usr/lib/ld-musl-x86_64.so.1', 2),
        open('/lib64/ld-2.31.so', 2),
      ],
      findings: 3,
    },
  ],
  quiet: [
    { name: 'opened to read', events: [open('/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2', 0)] },
    { name: 'renamed away', events: [rename('/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2', '/tmp/old')] },
    {
      name: 'other files',
      events: [
        open('/lib/x86_64-linux-gnu/libc.so.6', 1),
        open('/opt/lib/ld-linux.so.2', 1),
        open('/usr/lib/ld/libx.so.1/readme', 1),
        open('/etc/ld.so.cache', 1),
        open('/usr/lib/x/ldap.conf', 1),
      ],
    },
  ],
});
