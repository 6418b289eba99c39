import { type Handlers, type Meta, onHost, type Signature } from '../src/index';

export default class ProcFopsHooking implements Signature {
  readonly meta = {
    id: 'TRC-1020',
    name: 'proc_fops_hooking',
    title: 'File operations of /proc lead outside the kernel',
    version: '1.0.0',
    severity: 'high',
    tactic: 'defense-evasion',
    technique: { id: 'T1014', name: 'Rootkit' },
    description:
      'Functions that list a directory of /proc are not those of the kernel: the way in which a rootkit hides processes from every tool at once.',
    misses: [
      'functions that are changed in place, by ftrace or by a write to their code',
      'a rootkit that hides entries at another layer: in the system call, in the C library',
    ],
  } satisfies Meta;

  readonly on = {
    hooked_proc_fops: (event) => {
      const { hooked_fops_pointers } = event.args;
      return hooked_fops_pointers !== null && hooked_fops_pointers.length > 0 && onHost(event)
        ? { data: { 'Hooked proc file operations': hooked_fops_pointers } }
        : undefined;
    },
  } satisfies Handlers;
}
