import type { Handlers, Meta, Signature } from '@tracee/rules-engine';

/** Looks at every call of the load and never matches. */
export default class TemporaryOpen implements Signature {
  readonly meta = {
    id: 'BENCH-2',
    name: 'temporary_open',
    title: 'Opens for writing below /tmp',
    version: '1.0.0',
    severity: 'info',
    tactic: 'execution',
    technique: { id: 'T1106', name: 'Native API' },
    description: 'A condition for benches: it looks at every call of the load and never matches.',
    misses: ['everything'],
  } satisfies Meta;

  readonly on = {
    openat: ({ args }) => ((args.flags & 3) === 1 && args.pathname?.startsWith('/tmp/') ? {} : undefined),
  } satisfies Handlers;
}
