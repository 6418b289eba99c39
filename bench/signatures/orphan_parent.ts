import type { Handlers, Meta, Signature } from '@tracee/rules-engine';

/** Looks at every call of the load and never matches. */
export default class OrphanParent implements Signature {
  readonly meta = {
    id: 'BENCH-5',
    name: 'orphan_parent',
    title: 'Asking for the parent when it is the kernel',
    version: '1.0.0',
    severity: 'info',
    tactic: 'execution',
    technique: { id: 'T1106', name: 'Native API' },
    description: 'A condition for benches: it looks at every call of the load and never matches.',
    misses: ['everything'],
  } satisfies Meta;

  readonly on = {
    getppid: ({ hostParentProcessId, processName }) =>
      hostParentProcessId === 0 && processName === 'sh' ? {} : undefined,
  } satisfies Handlers;
}
