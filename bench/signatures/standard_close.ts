import type { Handlers, Meta, Signature } from '@tracee/rules-engine';

/** Looks at every call of the load and never matches. */
export default class StandardClose implements Signature {
  readonly meta = {
    id: 'BENCH-3',
    name: 'standard_close',
    title: 'Closing of standard error',
    version: '1.0.0',
    severity: 'info',
    tactic: 'execution',
    technique: { id: 'T1106', name: 'Native API' },
    description: 'A condition for benches: it looks at every call of the load and never matches.',
    misses: ['everything'],
  } satisfies Meta;

  readonly on = {
    close: ({ args, returnValue }) => (args.fd === 2 && returnValue === 0n ? {} : undefined),
  } satisfies Handlers;
}
