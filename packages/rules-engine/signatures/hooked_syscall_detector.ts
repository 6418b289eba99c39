import type { Handlers, Meta, Signature } from '../src/index';

export default class HookedSyscallDetector implements Signature {
  readonly meta = {
    id: 'DRV-002',
    name: 'hooked_syscall_detector',
    title: 'System call taken over by a module of the kernel',
    version: '1.0.0',
    severity: 'critical',
    tactic: 'defense-evasion',
    technique: { id: 'T1014', name: 'Rootkit' },
    description:
      'The look that the collector takes at the system-call table, at its start and whenever a module is loaded, found an entry that leads outside the kernel. It is of the machine as a whole: nothing that runs there can be believed any more. syscall_hooking finds the same as a high one, for rules that know it by that name.',
    misses: [
      'functions that are changed in place, by ftrace or by a write to their code',
      'an entry that is put back before the next look',
      'entries that are not looked at',
    ],
  } satisfies Meta;

  readonly on = {
    hooked_syscall: ({ args: { syscall, address, function: name, owner } }) => ({
      data: { syscall, address, function: name, owner },
    }),
  } satisfies Handlers;
}
