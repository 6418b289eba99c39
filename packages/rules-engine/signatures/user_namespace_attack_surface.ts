import { BoundedMap, type Handlers, type Meta, type Signature } from '../src/index';

const CLONE_NEWUSER = 0x10000000;
const AF_NETLINK = 16;
const AF_PACKET = 17;
const NETLINK_NETFILTER = 12;
/** File systems that a user namespace may mount and in which faults were found. */
const attackedTypes = new Set(['fuse', 'overlay']);
/** ns */
const young = 60_000_000_000n;
const processesKept = 4096;

export default class UserNamespaceAttackSurface implements Signature {
  readonly meta = {
    id: 'TTS-2022',
    name: 'user_namespace_attack_surface',
    title: 'Firewall of the kernel reached through a new user namespace',
    version: '1.0.0',
    severity: 'high',
    tactic: 'privilege-escalation',
    technique: { id: 'T1068', name: 'Exploitation for Privilege Escalation' },
    description:
      'A process without root made a user namespace and within a minute opened a netfilter socket, a packet socket or mounted a file system there. Faults in these parts of the kernel have given root again and again, and only in this way does an ordinary user reach them. Rootless containers do it by design.',
    misses: [
      'clone3, whose flags lie in memory that the event does not have',
      'a child of the process that makes the namespace does the rest',
      'other parts of the kernel that the namespace opens',
      'longer pauses',
    ],
  } satisfies Meta;

  /** When a process made its namespace, ns since boot. */
  private readonly namespaces = new BoundedMap<number, bigint>(processesKept);

  private made(
    isUser: boolean,
    {
      userId,
      returnValue,
      hostProcessId,
      timestamp,
    }: {
      readonly userId: number;
      readonly returnValue: bigint;
      readonly hostProcessId: number;
      readonly timestamp: bigint;
    },
  ) {
    if (isUser && userId !== 0 && returnValue === 0n) this.namespaces.set(hostProcessId, timestamp);
    return undefined;
  }

  private isYoung({
    hostProcessId,
    timestamp,
  }: {
    readonly hostProcessId: number;
    readonly timestamp: bigint;
  }): boolean {
    const since = this.namespaces.get(hostProcessId);
    return since !== undefined && timestamp - since <= young;
  }

  readonly on = {
    unshare: (event) => this.made((event.args.flags & CLONE_NEWUSER) !== 0, event),
    socket: (event) => {
      const { domain, protocol, type } = event.args;
      const reached =
        domain === AF_PACKET
          ? 'packet socket'
          : domain === AF_NETLINK && protocol === NETLINK_NETFILTER
            ? 'netfilter'
            : undefined;
      return reached !== undefined && this.isYoung(event) ? { data: { reached, type } } : undefined;
    },
    security_sb_mount: (event) => {
      const { type, path } = event.args;
      return type !== null && attackedTypes.has(type) && this.isYoung(event)
        ? { data: { reached: 'mount', type, path } }
        : undefined;
    },
  } satisfies Handlers;
}
