import ScheduledTaskMod from '../../signatures/scheduled_task_mod';
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

testSignature(ScheduledTaskMod, {
  fires: [
    {
      name: 'opened to write',
      events: [open('/etc/crontab', 1)],
      data: { path: '/etc/crontab', how: 'open', flags: 1 },
    },
    {
      name: 'replaced',
      events: [rename('/tmp/new', '/etc/crontab')],
      data: { path: '/etc/crontab', how: 'rename', old_path: '/tmp/new' },
    },
    {
      name: 'each of the places',
      events: [
        open('/etc/crontab', 2),
        open('/etc/cron.d/x', 2),
        open('/var/spool/cron/crontabs/root', 2),
        open('/var/spool/anacron/cron.daily', 2),
        open('/etc/cron.hourly/x', 2),
        open('/etc/anacrontab', 2),
      ],
      findings: 6,
    },
    {
      name: 'the program for it executed',
      events: [exec('/usr/bin/crontab', ['x', '-e'])],
      data: { path: '/usr/bin/crontab', how: 'exec', argv: ['x', '-e'] },
    },
  ],
  quiet: [
    {
      name: 'a package manager, and the script of a package',
      running: [dpkg],
      events: [
        event(
          'security_inode_rename',
          { old_path: '/etc/cron.d/x.dpkg-new', new_path: '/etc/cron.d/x' },
          { processName: 'dpkg' },
        ),
        event('security_file_open', { pathname: '/etc/cron.d/x', flags: 1 }, ofScript),
      ],
    },
    { name: 'opened to read', events: [open('/etc/crontab', 0)] },
    { name: 'renamed away', events: [rename('/etc/crontab', '/tmp/old')] },
    {
      name: 'other files',
      events: [
        open('/etc/crontabs', 1),
        open('/etc/cron.d', 1),
        open('/var/spool/cron/x', 1),
        open('/home/x/etc/crontab', 1),
      ],
    },
    { name: 'another program executed', events: [exec('/usr/sbin/cron')] },
  ],
});
