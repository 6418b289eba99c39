import InteractiveShellOnPipe from '../../signatures/interactive_shell_on_pipe';
import { event, testSignature } from '../../src/index';

const exec = (pathname: string, stdin_type: number, argv: string[]) =>
  event('sched_process_exec', { pathname, stdin_type, argv });

testSignature(InteractiveShellOnPipe, {
  fires: [
    {
      name: 'a FIFO',
      events: [exec('/bin/sh', 0o10600, ['sh', '-i'])],
      data: { shell: '/bin/sh', stdin: 'pipe', stdin_path: null, argv: ['sh', '-i'] },
    },
    {
      name: 'a socket, flags together',
      events: [exec('/usr/bin/bash', 0o140777, ['bash', '-li'])],
      data: { shell: '/usr/bin/bash', stdin: 'socket', stdin_path: null, argv: ['bash', '-li'] },
    },
  ],
  quiet: [
    { name: 'a terminal', events: [exec('/bin/sh', 0o20620, ['sh', '-i'])] },
    {
      name: 'not interactive',
      events: [exec('/bin/sh', 0o10600, ['sh']), exec('/bin/sh', 0o10600, ['sh', '--init-file', 'x'])],
    },
    { name: 'another program', events: [exec('/bin/grep', 0o10600, ['grep', '-i', 'x'])] },
  ],
});
