import CollectorTampering from '../../signatures/collector_tampering';
import { event, testSignature } from '../../src/index';

const exec = (cmdpath: string, ...words: string[]) =>
  event('sched_process_exec', { cmdpath, pathname: cmdpath, argv: [cmdpath, ...words] });

testSignature(CollectorTampering, {
  fires: [
    {
      name: 'its service stopped',
      events: [exec('/usr/bin/systemctl', 'stop', 'tracee-collect.service')],
      data: { stopped: 'tracee-collect', argv: ['/usr/bin/systemctl', 'stop', 'tracee-collect.service'] },
    },
    {
      name: 'stopped by other tools',
      events: [
        exec('/usr/sbin/service', 'tracee-collect', 'stop'),
        exec('/bin/systemctl', '--now', 'disable', 'tracee-collect'),
      ],
      findings: 2,
    },

    {
      name: 'killed by name',
      events: [exec('/usr/bin/pkill', '-9', 'tracee-collect')],
      data: { argv: ['/usr/bin/pkill', '-9', 'tracee-collect'] },
    },
    {
      name: 'a program of it detached',
      events: [
        event('probe_detached', {
          program: 'sched_process_exec',
          events: ['sched_process_exec'],
          found: 'its descriptor was closed',
          last_attached: 7n,
          attached_again: true,
        }),
      ],
      data: {
        program: 'sched_process_exec',
        events: ['sched_process_exec'],
        found: 'its descriptor was closed',
        last_attached: 7n,
        attached_again: true,
      },
    },
    {
      name: 'tracing switched off',
      events: [event('security_file_open', { pathname: '/proc/sys/kernel/ftrace_enabled', flags: 1 })],
      data: { path: '/proc/sys/kernel/ftrace_enabled', how: 'open', flags: 1 },
    },
  ],
  quiet: [
    {
      name: 'its service started or looked at',
      events: [
        exec('/usr/bin/systemctl', 'start', 'tracee-collect'),
        exec('/usr/bin/systemctl', 'status', 'tracee-collect'),
      ],
    },
    { name: 'another service stopped', events: [exec('/usr/bin/systemctl', 'stop', 'cups')] },
    { name: 'another program with such words', events: [exec('/bin/echo', 'stop', 'tracee-collect')] },
    {
      name: 'another process killed',
      events: [exec('/usr/bin/pkill', 'nginx'), exec('/usr/bin/killall', 'my-tracee-collect-x')],
    },
    {
      name: 'the switch read',
      events: [event('security_file_open', { pathname: '/proc/sys/kernel/ftrace_enabled', flags: 0 })],
    },
  ],
});
