import type { Handlers, Meta, Signature } from '../../src/index';

export default class ClassicSyscallTableHooking implements Signature {
  readonly meta = {
    id: 'TRC-15',
    name: 'classic_syscall_table_hooking',
    title: 'Entries of the system call table hooked',
    version: '1.0.0',
    severity: 'critical',
    tactic: 'persistence',
    technique: { id: 'T1014', name: 'Rootkit' },
    description: 'An entry of the table of system calls points outside of the kernel: a module answers in its place.',
    misses: ['code of the call itself changed', 'hooks by kprobes and ftrace'],
  } satisfies Meta;

  readonly on = {
    hooked_syscall: ({ args }) => ({ data: { syscall: args.syscall, address: args.address, owner: args.owner } }),
  } satisfies Handlers;
}
