import { type Handlers, inContainer, isWriteOpen, type Meta, type Signature, unixPeer } from '../src/index';

const isDockerSocket = (path: string | null | undefined): path is string => path?.endsWith('docker.sock') ?? false;

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
    security_file_open: (event) => {
      const { pathname, flags } = event.args;
      return isDockerSocket(pathname) && isWriteOpen(flags) && inContainer(event)
        ? { data: { path: pathname, flags } }
        : undefined;
    },
    security_socket_connect: (event) => {
      const path = unixPeer(event.args.remote_addr);
      return isDockerSocket(path) && inContainer(event) ? { data: { path } } : undefined;
    },
  } satisfies Handlers;
}
