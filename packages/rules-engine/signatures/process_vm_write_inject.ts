import type { Handlers, Meta, Signature } from '../src/index';

export default class ProcessVmWriteInject implements Signature {
  readonly meta = {
    id: 'TRC-1025',
    name: 'process_vm_write_inject',
    title: 'Memory of another process written with process_vm_writev',
    version: '1.0.0',
    severity: 'high',
    tactic: 'defense-evasion',
    technique: { id: 'T1055', name: 'Process Injection' },
    description:
      'A process called process_vm_writev for a process other than itself. The call writes into foreign memory without attaching as a tracer and without stopping the target; few programs besides debuggers and checkpointing tools use it.',
    misses: [
      'memory that is written through /proc/PID/mem, ptrace or a mapping both processes share',
      'a process that names itself by another thread of its own is reported although it writes to itself',
    ],
  } satisfies Meta;

  readonly on = {
    process_vm_writev: ({ args: { pid }, processId }) =>
      pid === null || pid === processId ? undefined : { data: { target_pid: pid } },
  } satisfies Handlers;
}
