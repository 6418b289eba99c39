import type { Handlers, Meta, Signature } from '@tracee/rules-engine';

/** Looks at every call of the load and never matches. */
export default class FailedClose implements Signature {
  readonly meta = {
    id: 'BENCH-4',
    name: 'failed_close',
    title: 'Closing of what is not open by a user',
    version: '1.0.0',
    severity: 'info',
    tactic: 'execution',
    technique: { id: 'T1106', name: 'Native API' },
    description: 'A condition for benches: it looks at every call of the load and never matches.',
    misses: ['everything'],
  } satisfies Meta;

  readonly on = {
    close: ({ args, userId }) => (args.fd < 0 && userId === 4242 ? {} : undefined),
  } satisfies Handlers;
}
