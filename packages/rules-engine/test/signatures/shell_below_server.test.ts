import ShellBelowServer from '../../signatures/shell_below_server';
import { event, testSignature } from '../../src/index';

const exec = (hostProcessId: number, pathname: string, argv: string[] = []) =>
  event('sched_process_exec', { pathname, argv }, { hostProcessId });
const fork = (parent_pid: number, child_pid: number, processName = 'x') =>
  event('sched_process_fork', { parent_pid, child_pid }, { processName });

testSignature(ShellBelowServer, {
  fires: [
    {
      name: 'a child',
      events: [exec(10, '/usr/sbin/nginx'), fork(10, 11), exec(11, '/bin/sh', ['sh', '-c', 'id'])],
      data: { server: 'nginx', depth: 1, shell: '/bin/sh', argv: ['sh', '-c', 'id'] },
    },
    {
      name: 'a grandchild behind another program',
      events: [
        exec(10, '/usr/sbin/mysqld'),
        fork(10, 11),
        exec(11, '/usr/bin/env'),
        fork(11, 12),
        exec(12, '/bin/bash'),
      ],
      data: { server: 'mysqld', depth: 2, shell: '/bin/bash', argv: [] },
    },
    {
      name: 'a server that was there before',
      events: [fork(10, 11, 'php-fpm8.2'), exec(11, '/bin/dash')],
      data: { server: 'php-fpm8.2', depth: 1, shell: '/bin/dash', argv: [] },
    },
    {
      name: 'below a server that ran before the events, and a child of it that ran, too',
      running: [
        { hostProcessId: 1, hostParentProcessId: 0, startTime: 0n, processName: 'systemd', executable: '/sbin/init' },
        {
          hostProcessId: 20,
          hostParentProcessId: 1,
          startTime: 0n,
          processName: 'main',
          executable: '/usr/sbin/nginx',
        },
        { hostProcessId: 21, hostParentProcessId: 20, startTime: 50_000_000n, processName: 'cgi', executable: '/cgi' },
      ],
      events: [
        event(
          'sched_process_exec',
          { pathname: '/bin/sh', argv: ['sh'] },
          { hostProcessId: 21, processStartTime: 51_234_567n },
        ),
      ],
      data: { server: 'main', depth: 1, shell: '/bin/sh', argv: ['sh'] },
    },
  ],
  quiet: [
    { name: 'a shell that starts a server', events: [exec(9, '/bin/sh'), fork(9, 10), exec(10, '/usr/sbin/nginx')] },
    {
      name: 'another program below a server',
      events: [exec(10, '/usr/sbin/nginx'), fork(10, 11), exec(11, '/usr/sbin/logrotate')],
    },
    {
      name: 'the number of a process that ended',
      events: [
        exec(10, '/usr/sbin/nginx'),
        event('sched_process_exit', { process_group_exit: true }, { hostProcessId: 10 }),
        exec(10, '/bin/sh'),
      ],
    },
    { name: 'a thread', events: [fork(10, 10, 'nginx'), exec(11, '/bin/sh')] },
  ],
});
