import type { Handlers, Meta, Signature } from '@tracee/rules-engine';

/** Looks at every call of the load and never matches. */
export default class ShadowOpen implements Signature {
  readonly meta = {
    id: 'BENCH-1',
    name: 'shadow_open',
    title: 'Opens of /etc/shadow',
    version: '1.0.0',
    severity: 'info',
    tactic: 'execution',
    technique: { id: 'T1106', name: 'Native API' },
    description: 'A condition for benches: it looks at every call of the load and never matches.',
    misses: ['everything'],
  } satisfies Meta;

  readonly on = {
    openat: ({ args }) => (args.pathname === '/etc/shadow' ? {} : undefined),
  } satisfies Handlers;
}
