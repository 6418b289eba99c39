import type { Handlers, Meta, Signature } from '@tracee/rules-engine';

/** An option that prctl does not have; each process of the load makes it about every 5 ms. */
const benchMark = 0x62656e63;

/** Finds the call that stands out, so that the way from kernel to finding can be timed. */
export default class MarkedCall implements Signature {
  readonly meta = {
    id: 'BENCH-6',
    name: 'marked_call',
    title: 'The call of the load that stands out',
    version: '1.0.0',
    severity: 'info',
    tactic: 'execution',
    technique: { id: 'T1106', name: 'Native API' },
    description: 'A signature for benches: its findings are timed.',
    misses: ['everything else'],
  } satisfies Meta;

  readonly on = {
    prctl: ({ args }) => (args.option === benchMark ? {} : undefined),
  } satisfies Handlers;
}
