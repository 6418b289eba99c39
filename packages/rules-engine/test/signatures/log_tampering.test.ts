import LogTampering from '../../signatures/log_tampering';
import { event, testSignature } from '../../src/index';

testSignature(LogTampering, {
  fires: [
    {
      name: 'removed',
      events: [event('security_inode_unlink', { pathname: '/var/log/auth.log' }, { processName: 'rm' })],
      data: { path: '/var/log/auth.log', how: 'unlink' },
    },
    {
      name: 'emptied by a shell',
      events: [event('security_file_open', { pathname: '/var/log/wtmp', flags: 0o1001 }, { processName: 'bash' })],
      data: { path: '/var/log/wtmp', how: 'truncate' },
    },
    {
      name: 'cut to nothing',
      events: [event('do_truncate', { pathname: '/var/log/audit/audit.log', length: 0n }, { processName: 'truncate' })],
    },
    {
      name: 'moved away',
      events: [
        event(
          'security_inode_rename',
          { old_path: '/var/log/journal/0a/system.journal', new_path: '/tmp/x' },
          { processName: 'mv' },
        ),
      ],
    },
  ],
  quiet: [
    {
      name: 'rotated',
      events: [
        event(
          'security_inode_rename',
          { old_path: '/var/log/syslog', new_path: '/var/log/syslog.1' },
          { processName: 'logrotate' },
        ),
        event(
          'security_inode_unlink',
          { pathname: '/var/log/journal/0a/x.journal' },
          { processName: 'systemd-journal' },
        ),
      ],
    },
    {
      name: 'appended',
      events: [event('security_file_open', { pathname: '/var/log/syslog', flags: 0o2001 }, { processName: 'logger' })],
    },
    {
      name: 'cut to a length',
      events: [event('do_truncate', { pathname: '/var/log/syslog', length: 100n }, { processName: 'x' })],
    },
    {
      name: 'other files',
      events: [
        event('security_inode_unlink', { pathname: '/var/log/myapp/x.log' }, { processName: 'rm' }),
        event('security_inode_unlink', { pathname: '/tmp/var/log/syslog' }, { processName: 'rm' }),
      ],
    },
  ],
});
