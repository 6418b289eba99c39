import { all, type Handlers, type Meta, memoryPath, not, type Signature } from '../src/index';

/** runc executes a copy of itself on the host, as root, before it enters a container. */
const copyOfRunc = 'memfd:runc_cloned:';

export default class FilelessExecution implements Signature {
  readonly meta = {
    id: 'TRC-105',
    name: 'fileless_execution',
    title: 'Program executed from memory',
    version: '1.1.0',
    severity: 'high',
    tactic: 'defense-evasion',
    technique: { id: 'T1620', name: 'Reflective Code Loading' },
    description:
      'The program that was executed lies in memory only: a memfd, or a file below /dev/shm or /run/shm. It leaves nothing on a disk to scan or to recover. The copy of itself that runc executes on the host is left out.',
    misses: [
      'a memfd that root names on the host as runc names its copy',
      'a program in any other tmpfs (/tmp and /run are often one)',
      'a script or a library in memory that a program on disk reads, and code mapped without an execution',
      'a memory file whose mount the kernel shows under another path, as in a mount namespace made for it',
    ],
  } satisfies Meta;

  readonly on = {
    sched_process_exec: {
      where: ({ args, origin, userId }) => [
        memoryPath(args.pathname),
        not(all(args.pathname.startsWith(copyOfRunc), not(origin.is('container')), userId.eq(0))),
      ],
      handle: ({ args }) => ({ data: { pathname: args.pathname } }),
    },
  } satisfies Handlers;
}
