import { metricText as metric, type Sample } from '@tracee/event-schema';
import type { Delivery } from '../deliver/open_outputs';
import type { Decoder } from '../input/decoder';
import type { Engine } from '../match/engine';
import type { Tally } from './tally';

/** Counts of a run in the text format of Prometheus. */
export function metricsText(engine: Engine, tally: Tally, decoder: Decoder, deliveries: readonly Delivery[]): string {
  const counts = engine.counts();
  const queues = deliveries.flatMap(({ name, queue }) => (queue === undefined ? [] : [{ name, queue }]));
  const by = <T extends { meta: { id: string } }>(all: readonly T[], value: (one: T) => number): Sample[] =>
    all.map((one) => [{ signature: one.meta.id }, value(one)]);
  return [
    metric('tracee_rules_events_total', 'counter', 'Events read', [[{}, decoder.events]]),
    metric('tracee_rules_events_lost_total', 'counter', 'Events that the collector lost', [[{}, tally.lost]]),
    metric('tracee_rules_findings_total', 'counter', 'Findings, before suppression', [[{}, tally.findings]]),
    metric(
      'tracee_rules_signature_failures_total',
      'counter',
      'Handler failures',
      by(counts, (one) => one.failures),
    ),
    metric(
      'tracee_rules_signature_skipped_total',
      'counter',
      'Events an async handler was too busy for',
      by(counts, (one) => one.skipped),
    ),
    metric(
      'tracee_rules_signature_quarantined',
      'gauge',
      '1 for a signature that is not asked any more',
      by(counts, (one) => (one.quarantined === undefined ? 0 : 1)),
    ),
    metric(
      'tracee_rules_output_delivered_total',
      'counter',
      'Findings delivered',
      queues.map(({ name, queue }) => [{ output: name }, queue.delivered]),
    ),
    metric(
      'tracee_rules_output_dropped_total',
      'counter',
      'Findings that an output could not take',
      queues.map(({ name, queue }) => [{ output: name }, queue.dropped]),
    ),
  ].join('');
}
