import { encodeSockaddr } from '@tracee/event-schema';
import ClassicStdioOverSocket from '../../../signatures/classic/classic_stdio_over_socket';
import { event, testSignature } from '../../../src/index';

const inet = encodeSockaddr({ sa_family: 'AF_INET', sin_port: '4444', sin_addr: '198.51.100.7' }) ?? null;
const unix = encodeSockaddr({ sa_family: 'AF_UNIX', sun_path: '' }) ?? null;
const connect = (sockfd: number, remote_addr = inet) =>
  event('security_socket_connect', { sockfd, remote_addr }, { hostProcessId: 7 });
const dup2 = (oldfd: number, newfd: number, hostProcessId = 7) =>
  event('dup2', { oldfd, newfd }, { hostProcessId, returnValue: BigInt(newfd) });

testSignature(ClassicStdioOverSocket, {
  fires: [
    {
      name: 'a connection copied to standard input',
      events: [connect(3), dup2(3, 0)],
      data: { ip: '198.51.100.7', port: '4444', fd: 0 },
    },
    {
      name: 'a copy of a copy',
      events: [connect(3), dup2(3, 9), event('dup', { oldfd: 9 }, { hostProcessId: 7, returnValue: 1n })],
    },
    { name: 'standard output itself is connected', events: [connect(1)] },
    {
      name: 'a thread ended meanwhile',
      events: [
        connect(3),
        event('sched_process_exit', { process_group_exit: false }, { hostProcessId: 7 }),
        event('dup3', { oldfd: 3, newfd: 2 }, { hostProcessId: 7, returnValue: 2n }),
      ],
    },
  ],
  quiet: [
    { name: 'a Unix socket', events: [connect(1, unix)] },
    { name: 'closed before', events: [connect(3), event('close', { fd: 3 }, { hostProcessId: 7 }), dup2(3, 0)] },
    { name: 'another process', events: [connect(3), dup2(3, 0, 8)] },
    {
      name: 'the process ended',
      events: [connect(3), event('sched_process_exit', { process_group_exit: true }, { hostProcessId: 7 }), dup2(3, 0)],
    },
    {
      name: 'a copy that failed',
      events: [connect(3), event('dup', { oldfd: 3 }, { hostProcessId: 7, returnValue: -24n })],
    },
  ],
});
