import HistoryTampering from '../../signatures/history_tampering';
import { event, testSignature } from '../../src/index';

testSignature(HistoryTampering, {
  fires: [
    {
      name: 'removed',
      events: [event('security_inode_unlink', { pathname: '/root/.bash_history' }, { processName: 'rm' })],
      data: { path: '/root/.bash_history', how: 'unlink' },
    },
    {
      name: 'a link in its place',
      events: [
        event(
          'security_inode_symlink',
          { linkpath: '/home/u/.zsh_history', target: '/dev/null' },
          { processName: 'ln' },
        ),
      ],
      data: { path: '/home/u/.zsh_history', how: 'symlink' },
    },
    {
      name: 'emptied',
      events: [
        event('security_file_open', { pathname: '/root/.mysql_history', flags: 0o1001 }, { processName: 'truncate' }),
      ],
    },
    {
      name: 'switched off',
      events: [event('sched_process_exec', { pathname: '/bin/bash', env: ['HISTFILE=/dev/null'] })],
      data: { path: '/bin/bash', how: 'environment', variable: 'HISTFILE=/dev/null' },
    },
  ],
  quiet: [
    {
      name: 'the shell keeps its history',
      events: [
        event('security_file_open', { pathname: '/root/.bash_history', flags: 0o1001 }, { processName: 'bash' }),
        event(
          'security_inode_rename',
          { old_path: '/root/.bash_history-01.tmp', new_path: '/root/.bash_history' },
          { processName: 'bash' },
        ),
      ],
    },
    {
      name: 'read and appended',
      events: [
        event('security_file_open', { pathname: '/root/.bash_history', flags: 0o2001 }, { processName: 'x' }),
        event('security_file_open', { pathname: '/root/.bash_history', flags: 0 }, { processName: 'cat' }),
      ],
    },
    {
      name: 'other variables',
      events: [
        event('sched_process_exec', { pathname: '/bin/bash', env: ['HISTSIZE=1000', 'HISTFILE=/root/.bash_history'] }),
      ],
    },
    {
      name: 'another file',
      events: [event('security_inode_unlink', { pathname: '/root/.history_notes' }, { processName: 'rm' })],
    },
  ],
});
