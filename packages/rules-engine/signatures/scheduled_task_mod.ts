import { any, type Handlers, isByPackageManager, type Meta, onWrittenPath, type Signature, under } from '../src/index';

const files = new Set(['/etc/crontab', '/etc/anacrontab', '/etc/cron.deny', '/etc/cron.allow']);
const directories = [
  ...['hourly', 'daily', 'weekly', 'monthly', 'd'].map((period) => `/etc/cron.${period}`),
  '/var/spool/cron/crontabs',
  '/var/spool/anacron',
];
const programs = new Set(['crontab', 'at', 'batch', 'launchd']);

export default class ScheduledTaskMod implements Signature {
  readonly meta = {
    id: 'TRC-1027',
    name: 'scheduled_task_mod',
    title: 'Scheduled tasks changed',
    version: '1.1.0',
    severity: 'medium',
    tactic: 'persistence',
    technique: { id: 'T1053.003', name: 'Cron' },
    description:
      'A table of cron or anacron was opened for writing or replaced, or a program that schedules tasks was executed. A scheduled task brings malware back after every clean-up that misses it. Administrators schedule tasks, too; packages do, and are left out.',
    misses: [
      'a program that bears the name of a package manager, and what a package brings along',
      'a rename below a mount point: the event has the path inside the file system, so that a separate file system at the directory hides it',
      'a script that an existing table calls, when only the script changes',
      'timers of systemd: see systemd_unit_modification',
    ],
  } satisfies Meta;

  readonly on = {
    ...onWrittenPath((path) => any(path.oneOf(files), under(path, ...directories)), {
      counts: (event, around) => !isByPackageManager(event, around),
    }),
    sched_process_exec: {
      where: ({ args }) => args.pathname.basename.oneOf(programs),
      handle: ({ args: { pathname, argv } }) => ({ data: { path: pathname, how: 'exec', argv } }),
    },
  } satisfies Handlers;
}
