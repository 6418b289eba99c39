import { type Handlers, type Meta, type Signature, writeOpen } from '../src/index';

/** Of a process or of one of its threads; /proc/self is resolved in the event. */
const memoryFile = /^\/proc\/\d+(?:\/task\/\d+)?\/mem$/;

export default class ProcMemCodeInjection implements Signature {
  readonly meta = {
    id: 'TRC-1024',
    name: 'proc_mem_code_injection',
    title: 'Memory of a process opened for writing',
    version: '1.0.0',
    severity: 'high',
    tactic: 'defense-evasion',
    technique: { id: 'T1055.009', name: 'Proc Memory' },
    description:
      'A program opened the mem file of a process for writing. A write there changes code as well as data, whatever their protection, and needs no system call that names the target afterwards.',
    misses: [
      'memory written by ptrace or process_vm_writev',
      'a descriptor that another process opened and passed on',
      'a process that opens its own file is reported, too: the event names the file by number only',
    ],
  } satisfies Meta;

  readonly on = {
    security_file_open: {
      where: ({ args }) => [args.pathname.endsWith('/mem'), args.pathname.startsWith('/proc/'), writeOpen(args.flags)],
      handle: ({ args: { pathname, flags } }) =>
        memoryFile.test(pathname ?? '') ? { data: { path: pathname, flags } } : undefined,
    },
  } satisfies Handlers;
}
