import { type Handlers, type Meta, memoryPath, type Signature } from '../src/index';

export default class FilelessExecution implements Signature {
  readonly meta = {
    id: 'TRC-105',
    name: 'fileless_execution',
    title: 'Program executed from memory',
    version: '1.0.0',
    severity: 'high',
    tactic: 'defense-evasion',
    technique: { id: 'T1620', name: 'Reflective Code Loading' },
    description:
      'The program that was executed lies in memory only: a memfd, or a file below /dev/shm or /run/shm. It leaves nothing on a disk to scan or to recover. Container runtimes execute a copy of themselves from a memfd, too.',
    misses: [
      'a program in any other tmpfs (/tmp and /run are often one)',
      'a script or a library in memory that a program on disk reads, and code mapped without an execution',
      'a memory file whose mount the kernel shows under another path, as in a mount namespace made for it',
    ],
  } satisfies Meta;

  readonly on = {
    sched_process_exec: {
      where: ({ args }) => memoryPath(args.pathname),
      handle: ({ args }) => ({ data: { pathname: args.pathname } }),
    },
  } satisfies Handlers;
}
