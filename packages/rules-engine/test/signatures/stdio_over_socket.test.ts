import { encodeSockaddr } from '@tracee/event-schema';
import StdioOverSocket from '../../signatures/stdio_over_socket';
import { event, testSignature } from '../../src/index';

const inet = encodeSockaddr({ sa_family: 'AF_INET', sin_port: '4444', sin_addr: '198.51.100.7' }) ?? null;
const inet6 = encodeSockaddr({ sa_family: 'AF_INET6', sin6_port: '4444', sin6_addr: '2001:db8::7' }) ?? null;
const nobody = encodeSockaddr({ sa_family: 'AF_INET', sin_port: '0', sin_addr: '0.0.0.0' }) ?? null;
const local = encodeSockaddr({ sa_family: 'AF_UNIX', sun_path: '/run/x' }) ?? null;

const dup = (newfd: number, remote_addr: Uint8Array | null) => event('socket_dup', { oldfd: 5, newfd, remote_addr });
const connect = (sockfd: number, remote_addr: Uint8Array | null) =>
  event('security_socket_connect', { sockfd, type: 1, remote_addr });

testSignature(StdioOverSocket, {
  fires: [
    {
      name: 'a connection duplicated to standard input',
      events: [dup(0, inet)],
      data: { descriptor: 0, address: '198.51.100.7', port: 4444 },
    },
    {
      name: 'over IPv6, to standard error',
      events: [dup(2, inet6)],
      data: { descriptor: 2, address: '2001:db8::7', port: 4444 },
    },
    { name: 'a socket in the place of standard output is connected', events: [connect(1, inet)] },
  ],
  quiet: [
    { name: 'another descriptor', events: [dup(3, inet), connect(4, inet)] },
    { name: 'a connection without a descriptor', events: [connect(-1, inet)] },
    { name: 'a socket that is not connected', events: [dup(0, nobody)] },
    { name: 'a socket of the same machine', events: [dup(0, local), connect(0, local)] },
    { name: 'an address that could not be read', events: [dup(0, null)] },
  ],
});
