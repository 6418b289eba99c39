import { type Handlers, type Meta, type Signature, unixPeer, writeOpen } from '../src/index';

/** The family of an address, in the order of this machine. */
const AF_UNIX = [1, 0];

export default class DockerAbuse implements Signature {
  readonly meta = {
    id: 'TRC-1019',
    name: 'docker_abuse',
    title: 'Container reached for the socket of Docker',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'privilege-escalation',
    technique: { id: 'T1068', name: 'Exploitation for Privilege Escalation' },
    description:
      "A process in a container connected to Docker's socket, or opened it for writing. Whoever speaks to Docker can start a container that has the whole host. Build agents, monitoring and management tools are given the socket on purpose.",
    misses: [
      'a socket under another name, and the sockets of other runtimes',
      'Docker reached over the network',
      'a connected descriptor that was handed over',
    ],
  } satisfies Meta;

  readonly on = {
    security_file_open: {
      where: ({ args, origin }) => [
        writeOpen(args.flags),
        args.pathname.endsWith('docker.sock'),
        origin.is('container'),
      ],
      handle: ({ args }) => ({ data: { path: args.pathname, flags: args.flags } }),
    },
    security_socket_connect: {
      where: ({ args, origin }) => [args.remote_addr.startsWith(AF_UNIX), origin.is('container')],
      handle: ({ args }) => {
        const path = unixPeer(args.remote_addr);
        return path?.endsWith('docker.sock') ? { data: { path } } : undefined;
      },
    },
  } satisfies Handlers;
}
