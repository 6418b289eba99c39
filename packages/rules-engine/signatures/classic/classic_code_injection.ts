import { type Handlers, type Meta, parsedArguments, type Signature, writeOpen } from '../../src/index';

const memoryFile = /^\/proc\/(?:\d+|self)\/mem$/;

export default class ClassicCodeInjection implements Signature {
  readonly meta = {
    id: 'TRC-3',
    name: 'classic_code_injection',
    title: 'Code injection',
    version: '1.0.0',
    severity: 'high',
    tactic: 'defense-evasion',
    technique: { id: 'T1055', name: 'Process Injection' },
    description:
      'A process wrote into the memory of another: by ptrace, through its file in /proc, or with process_vm_writev.',
    misses: ['PTRACE_POKEDATA, which writes as well: see TRC-103', 'writes by a mapping that both share'],
  } satisfies Meta;

  readonly on = {
    ptrace: (event) => (parsedArguments(event).request === 'PTRACE_POKETEXT' ? {} : undefined),
    security_file_open: {
      where: ({ args }) => [args.pathname.startsWith('/proc/'), args.pathname.endsWith('/mem'), writeOpen(args.flags)],
      handle: ({ args: { pathname } }) => (memoryFile.test(pathname ?? '') ? { data: { path: pathname } } : undefined),
    },
    process_vm_writev: ({ args, processId }) =>
      args.pid === null || args.pid === processId ? undefined : { data: { target_pid: args.pid } },
  } satisfies Handlers;
}
