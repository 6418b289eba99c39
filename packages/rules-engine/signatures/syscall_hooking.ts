import type { Handlers, Meta, Signature } from '../src/index';

export default class SyscallHooking implements Signature {
  readonly meta = {
    id: 'TRC-1030',
    name: 'syscall_hooking',
    title: 'System call leads outside the kernel',
    version: '1.0.0',
    severity: 'high',
    tactic: 'defense-evasion',
    technique: { id: 'T1014', name: 'Rootkit' },
    description:
      "An entry of the system-call table points to a function that is not the kernel's: whoever put it there sees and changes every such call of every program.",
    misses: [
      'functions that are changed in place, by ftrace or by a write to their code',
      'a copy of the table that the entry code was changed to use',
      'entries that are not looked at',
    ],
  } satisfies Meta;

  readonly on = {
    hooked_syscall: ({ args: { syscall, address, function: name, owner } }) => ({
      data: { syscall, address, function: name, owner },
    }),
  } satisfies Handlers;
}
