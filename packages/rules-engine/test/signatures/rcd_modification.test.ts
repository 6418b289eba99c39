import RcdModification from '../../signatures/rcd_modification';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) => event('security_file_open', { pathname, flags });
const rename = (old_path: string, new_path: string) => event('security_inode_rename', { old_path, new_path });
const exec = (pathname: string, argv: string[] = [], env: string[] = []) =>
  event('sched_process_exec', { pathname, argv, env });

const dpkg = {
  hostProcessId: 5,
  hostParentProcessId: 1,
  startTime: 0n,
  processName: 'dpkg',
  executable: '/usr/bin/dpkg',
};
const ofScript = { processName: 'sh', hostProcessId: 6, hostParentProcessId: 5 };

testSignature(RcdModification, {
  fires: [
    {
      name: 'opened to write',
      events: [open('/etc/rc.local', 1)],
      data: { path: '/etc/rc.local', how: 'open', flags: 1 },
    },
    {
      name: 'replaced',
      events: [rename('/tmp/new', '/etc/rc.local')],
      data: { path: '/etc/rc.local', how: 'rename', old_path: '/tmp/new' },
    },
    {
      name: 'each of the places',
      events: [
        open('/etc/rc.local', 2),
        open('/etc/init.d/ssh', 2),
        open('/etc/rc3.d/S01x', 2),
        open('/etc/rcS.d/S01x', 2),
        open('/etc/rc.d/init.d/x', 2),
      ],
      findings: 5,
    },
    {
      name: 'the program for it executed',
      events: [exec('/usr/sbin/update-rc.d', ['x', '-e'])],
      data: { path: '/usr/sbin/update-rc.d', how: 'exec', argv: ['x', '-e'] },
    },
  ],
  quiet: [
    {
      name: 'a package manager, and the script of a package',
      running: [dpkg],
      events: [
        event('sched_process_exec', { pathname: '/usr/sbin/update-rc.d' }, ofScript),
        event(
          'security_inode_rename',
          { old_path: '/etc/init.d/x.dpkg-new', new_path: '/etc/init.d/x' },
          { processName: 'dpkg' },
        ),
        event('security_file_open', { pathname: '/etc/init.d/x', flags: 1 }, ofScript),
      ],
    },
    { name: 'opened to read', events: [open('/etc/rc.local', 0)] },
    { name: 'renamed away', events: [rename('/etc/rc.local', '/tmp/old')] },
    {
      name: 'other files',
      events: [
        open('/etc/rc', 1),
        open('/etc/rc.locale', 1),
        open('/etc/rc7.d/x', 1),
        open('/tmp/etc/init.d/x', 1),
        open('/etc/init.dx', 1),
      ],
    },
    { name: 'another program executed', events: [exec('/usr/sbin/runlevel')] },
  ],
});
