import type { Handlers, Meta, Signature } from '../src/index';

export default class KernelModuleLoading implements Signature {
  readonly meta = {
    id: 'TRC-1017',
    name: 'kernel_module_loading',
    title: 'Kernel module loaded',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'persistence',
    technique: { id: 'T1547.006', name: 'Kernel Modules and Extensions' },
    description:
      'A module was put into the kernel, where it may do anything: hide files and processes, or stay after the attacker left. Modules are also loaded for new devices and at the start of services; the file, absent for a module that came from memory, and the process tell which it was.',
    misses: ['modules that are part of the kernel image', 'code that an attacker brings in by a fault of the kernel'],
  } satisfies Meta;

  readonly on = {
    module_load: ({ args }) => ({ data: { module: args.name, path: args.pathname, version: args.version } }),
  } satisfies Handlers;
}
