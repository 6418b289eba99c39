import type { Handlers, Meta, Signature } from '../../src/index';

/** kernel_read_file_id of the kernel, from 5.10 on. */
const READING_MODULE = 2;

export default class ClassicKernelModuleLoading implements Signature {
  readonly meta = {
    id: 'TRC-6',
    name: 'classic_kernel_module_loading',
    title: 'Kernel module loading',
    version: '1.0.0',
    severity: 'high',
    tactic: 'persistence',
    technique: { id: 'T1547.006', name: 'Kernel Modules and Extensions' },
    description: 'A module is loaded into the kernel, from memory or from a file.',
    misses: ['modules that the kernel has built in'],
  } satisfies Meta;

  readonly on = {
    init_module: () => ({}),
    security_kernel_read_file: { where: ({ args }) => args.type.eq(READING_MODULE) },
  } satisfies Handlers;
}
