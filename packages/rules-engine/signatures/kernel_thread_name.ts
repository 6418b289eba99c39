import type { Handlers, Meta, Signature } from '../src/index';

const likeKernelThread = /^\[[^\]]+\]$/;

export default class KernelThreadName implements Signature {
  readonly meta = {
    id: 'TTS-2020',
    name: 'kernel_thread_name',
    title: 'Program named like a thread of the kernel',
    version: '1.0.0',
    severity: 'high',
    tactic: 'defense-evasion',
    technique: { id: 'T1036.004', name: 'Masquerade Task or Service' },
    description:
      'A program was started with a name in square brackets, as tools show threads of the kernel: [kworker/0:1]. Such threads execute no file; a process that looks like one hides among them.',
    misses: ['a process that takes the name later, by writing to its own arguments or with prctl'],
  } satisfies Meta;

  readonly on = {
    sched_process_exec: {
      where: ({ args }) => args.argv.some.startsWith('['),
      handle: ({ args: { pathname, argv } }) =>
        argv?.[0] !== undefined && likeKernelThread.test(argv[0]) ? { data: { name: argv[0], pathname } } : undefined,
    },
  } satisfies Handlers;
}
