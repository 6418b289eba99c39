import type { Handlers, Meta, Signature } from '../../src/index';

export default class ClassicProcFopsHooking implements Signature {
  readonly meta = {
    id: 'TRC-16',
    name: 'classic_proc_fops_hooking',
    title: 'File operations of /proc hooked',
    version: '1.0.0',
    severity: 'critical',
    tactic: 'defense-evasion',
    technique: { id: 'T1014', name: 'Rootkit' },
    description: 'Functions that list /proc lie outside of the kernel: processes or files are hidden.',
    misses: ['hooks of other file systems'],
  } satisfies Meta;

  readonly on = {
    hooked_proc_fops: ({ args: { hooked_fops_pointers } }) =>
      hooked_fops_pointers !== null && hooked_fops_pointers.length > 0
        ? { data: { 'Hooked proc file operations': hooked_fops_pointers } }
        : undefined,
  } satisfies Handlers;
}
