import {
  any,
  type Condition,
  type Handlers,
  type Meta,
  type Signature,
  type TextField,
  truncatingOpen,
  under,
} from '../src/index';

const log =
  /^\/var\/log\/(?:(?:auth|kern|daemon|user|cron|mail|boot|dpkg|yum|faillog|lastlog|wtmp|btmp|utmp|syslog|messages|secure|cron|maillog)(?:\.log)?|audit\/.+|journal\/.+)$|^\/run\/utmp$|^\/run\/log\/journal\/.+$/;

/** Those that keep, rotate and remove logs as their work, as the kernel keeps their names (15 bytes). */
const keepers = new Set([
  'logrotate',
  'systemd-journal',
  'journalctl',
  'rsyslogd',
  'rs:main Q:Reg',
  'syslog-ng',
  'auditd',
  'savelog',
  'dpkg',
  'systemd-tmpfile',
]);

/** Holds for each log, and for a few files more. */
const logFile = (path: TextField): Condition => any(under(path, '/var/log', '/run/log/journal'), path.eq('/run/utmp'));

const detection = (path: string | null, how: string, processName: string) =>
  path !== null && log.test(path) && !keepers.has(processName) ? { data: { path, how } } : undefined;

export default class LogTampering implements Signature {
  readonly meta = {
    id: 'TTS-2031',
    name: 'log_tampering',
    title: 'Log of the system removed or emptied',
    version: '1.0.0',
    severity: 'high',
    tactic: 'defense-evasion',
    technique: { id: 'T1070.002', name: 'Clear Linux or Mac System Logs' },
    description:
      'A log that tells of logins, commands or services was removed, renamed or emptied by a program that does not keep logs. What happened before cannot be read any more.',
    misses: [
      'lines taken out of a log by a program that rewrites it in place',
      'logs in other places, and /var/log on a file system of its own: events of removals have the path inside it',
      'a program that bears the name of one in the allow-list',
    ],
  } satisfies Meta;

  readonly on = {
    security_inode_unlink: {
      where: ({ args }) => logFile(args.pathname),
      handle: ({ args: { pathname }, processName }) => detection(pathname, 'unlink', processName),
    },
    security_inode_rename: {
      where: ({ args }) => logFile(args.old_path),
      handle: ({ args: { old_path }, processName }) => detection(old_path, 'rename', processName),
    },
    security_file_open: {
      where: ({ args }) => [truncatingOpen(args.flags), logFile(args.pathname)],
      handle: ({ args: { pathname }, processName }) => detection(pathname, 'truncate', processName),
    },
    do_truncate: {
      where: ({ args }) => [args.length.eq(0n), logFile(args.pathname)],
      handle: ({ args: { pathname }, processName }) => detection(pathname, 'truncate', processName),
    },
  } satisfies Handlers;
}
