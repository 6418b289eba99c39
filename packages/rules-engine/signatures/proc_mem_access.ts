import { type Handlers, type Meta, readOpen, type Signature } from '../src/index';

/** Of a process or of one of its threads; /proc/self is resolved in the event. */
const memoryFile = /^\/proc\/\d+(?:\/task\/\d+)?\/mem$/;

export default class ProcMemAccess implements Signature {
  readonly meta = {
    id: 'TRC-1023',
    name: 'proc_mem_access',
    title: 'Memory of a process opened for reading',
    version: '1.0.0',
    severity: 'high',
    tactic: 'credential-access',
    technique: { id: 'T1003.007', name: 'Proc Filesystem' },
    description:
      'A program opened the mem file of a process for reading: the whole memory of the process, with the passwords and keys in it. Debuggers and crash reporters do the same.',
    misses: ['memory read by ptrace or process_vm_readv', 'a descriptor that another process opened and passed on'],
  } satisfies Meta;

  readonly on = {
    security_file_open: {
      where: ({ args }) => [args.pathname.endsWith('/mem'), args.pathname.startsWith('/proc/'), readOpen(args.flags)],
      handle: ({ args: { pathname, flags } }) =>
        memoryFile.test(pathname ?? '') ? { data: { path: pathname, flags } } : undefined,
    },
  } satisfies Handlers;
}
