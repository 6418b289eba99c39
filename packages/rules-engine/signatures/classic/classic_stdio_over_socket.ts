import { BoundedMap, type Event, type Handlers, internetPeer, type Meta, type Signature } from '../../src/index';

interface Peer {
  readonly address: string;
  readonly port: number;
}

/** Processes with connections, and descriptors of each. */
const processesKept = 4096;
const descriptorsKept = 256;

const isStandard = (descriptor: number) => descriptor >= 0 && descriptor <= 2;
const detection = (fd: number, { address, port }: Peer) => ({ data: { ip: address, port: `${port}`, fd } });

export default class ClassicStdioOverSocket implements Signature {
  readonly meta = {
    id: 'TRC-1',
    name: 'classic_stdio_over_socket',
    title: 'Standard input or output over a socket',
    version: '1.0.0',
    severity: 'high',
    tactic: 'persistence',
    technique: { id: 'T1505', name: 'Server Software Component' },
    description:
      'A process made a connection to another machine its standard input, output or error. It follows the descriptors of each process from the connection to dup.',
    misses: ['a connection made before the watch began', 'descriptors that a child inherits', 'what TRC-101 misses'],
  } satisfies Meta;

  private readonly connections = new BoundedMap<number, BoundedMap<number, Peer>>(processesKept);

  readonly on = {
    security_socket_connect: ({ args: { sockfd, remote_addr }, hostProcessId }) => {
      const peer = internetPeer(remote_addr);
      if (peer === undefined || sockfd < 0) return undefined;
      if (isStandard(sockfd)) return detection(sockfd, peer);
      const own = this.connections.get(hostProcessId) ?? new BoundedMap<number, Peer>(descriptorsKept);
      own.set(sockfd, peer);
      this.connections.set(hostProcessId, own);
      return undefined;
    },
    dup: (event) => this.copied(event, event.args.oldfd, event.returnValue),
    dup2: (event) => this.copied(event, event.args.oldfd, event.returnValue),
    dup3: (event) => this.copied(event, event.args.oldfd, event.returnValue),
    close: ({ args, hostProcessId }) => {
      this.connections.get(hostProcessId)?.take(args.fd);
      return undefined;
    },
    sched_process_exit: {
      where: ({ args }) => args.process_group_exit.eq(true),
      handle: ({ hostProcessId }) => {
        this.connections.take(hostProcessId);
        return undefined;
      },
    },
  } satisfies Handlers;

  /** The call returns the new descriptor, or an error below 0. */
  private copied({ hostProcessId }: Pick<Event, 'hostProcessId'>, from: number, returned: bigint) {
    const peer = this.connections.get(hostProcessId)?.get(from);
    if (peer === undefined || returned < 0n) return undefined;
    const to = Number(returned);
    if (isStandard(to)) return detection(to, peer);
    this.connections.get(hostProcessId)?.set(to, peer);
    return undefined;
  }
}
