import type { Handlers, Meta, Signature } from '../src/index';

const writes = new Map([
  [4n, 'PTRACE_POKETEXT'],
  [5n, 'PTRACE_POKEDATA'],
]);

export default class PtraceCodeInjection implements Signature {
  readonly meta = {
    id: 'TRC-103',
    name: 'ptrace_code_injection',
    title: 'Memory of another process written with ptrace',
    version: '1.0.0',
    severity: 'high',
    tactic: 'defense-evasion',
    technique: { id: 'T1055.008', name: 'Ptrace System Calls' },
    description:
      'A tracer put a word into the memory of its tracee with PTRACE_POKETEXT or PTRACE_POKEDATA: the way to place code in a running process and act under its name. A debugger that sets a breakpoint does the same.',
    misses: [
      'code that is steered by registers alone (PTRACE_SETREGS, PTRACE_SETREGSET) into what the process already holds',
      'memory that the tracer writes through /proc/PID/mem or process_vm_writev after it attached',
    ],
  } satisfies Meta;

  readonly on = {
    ptrace: {
      where: ({ args }) => args.request.oneOf(writes.keys()),
      handle: ({ args }) => ({ data: { request: writes.get(args.request) ?? '', target_pid: args.pid } }),
    },
  } satisfies Handlers;
}
