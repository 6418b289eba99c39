import { type Condition, type Handlers, internetPeer, type Meta, type NumberField, type Signature } from '../src/index';

/** Standard input, output or error. */
const standard = (descriptor: NumberField<number>): Condition => descriptor.oneOf([0, 1, 2]);

function found(descriptor: number, address: Uint8Array | null) {
  const peer = internetPeer(address);
  return peer === undefined ? undefined : { data: { descriptor, address: peer.address, port: peer.port } };
}

export default class StdioOverSocket implements Signature {
  readonly meta = {
    id: 'TRC-101',
    name: 'stdio_over_socket',
    title: 'Standard input or output put on a network connection',
    version: '1.0.0',
    severity: 'high',
    tactic: 'execution',
    technique: { id: 'T1059.004', name: 'Unix Shell' },
    description:
      'Descriptor 0, 1 or 2 of a process became a connection to another machine: what a reverse shell does before it starts the shell. Servers that start a program for each connection, as inetd does, do so by design.',
    misses: [
      'a shell that is fed through pipes by a program which holds the connection',
      'a socket that already stands in the place of a standard descriptor when io_uring connects it',
      'connections by Unix or other sockets, to a proxy on the same machine',
    ],
  } satisfies Meta;

  readonly on = {
    security_socket_connect: {
      where: ({ args }) => standard(args.sockfd),
      handle: ({ args: { sockfd, remote_addr } }) => found(sockfd, remote_addr),
    },
    socket_dup: {
      where: ({ args }) => standard(args.newfd),
      handle: ({ args: { newfd, remote_addr } }) => found(newfd, remote_addr),
    },
  } satisfies Handlers;
}
