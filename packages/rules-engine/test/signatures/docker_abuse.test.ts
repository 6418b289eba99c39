import { encodeSockaddr } from '@tracee/event-schema';
import DockerAbuse from '../../signatures/docker_abuse';
import { event, testSignature } from '../../src/index';

const inside = { contextFlags: { containerStarted: true } };
const address = (sun_path: string) => encodeSockaddr({ sa_family: 'AF_UNIX', sun_path }) ?? null;
const connect = (path: string, context = {}) =>
  event('security_socket_connect', { sockfd: 3, type: 1, remote_addr: address(path) }, context);
const open = (pathname: string, flags: number, context = {}) =>
  event('security_file_open', { pathname, flags }, context);

testSignature(DockerAbuse, {
  fires: [
    {
      name: 'a connection',
      events: [connect('/var/run/docker.sock', inside)],
      data: { path: '/var/run/docker.sock' },
    },
    { name: 'opened for writing', events: [open('/run/docker.sock', 1, inside)] },
  ],
  quiet: [
    { name: 'opened to read', events: [open('/run/docker.sock', 0, inside)] },
    { name: 'another socket', events: [connect('/run/docker.sock.d/x', inside), connect('', inside)] },
    { name: 'on the host', events: [connect('/run/docker.sock'), open('/run/docker.sock', 1)] },
    {
      name: 'a network address',
      events: [
        event(
          'security_socket_connect',
          { remote_addr: encodeSockaddr({ sa_family: 'AF_INET', sin_port: '2375', sin_addr: '127.0.0.1' }) ?? null },
          inside,
        ),
      ],
    },
  ],
});
