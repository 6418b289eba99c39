import { findEvent, metricText, type Sample } from '@tracee/event-schema';
import type { Counters, EventCounters } from '../native';
import { totals } from '../stream/totals';

/** What a run has counted, in the text format of Prometheus. The first names are those of Tracee, whose dashboards then go on. */
export function metricsText(counters: Counters): string {
  const { delivered, lost, events } = totals(counters);
  const one = (value: number | bigint): Sample[] => [[{}, value]];
  const of = (value: (counts: EventCounters) => bigint): Sample[] =>
    events.map((counts) => [{ event: nameOf(counts.id) }, value(counts as EventCounters)]);
  return [
    metricText('tracee_ebpf_events_total', 'counter', 'Events delivered', one(delivered)),
    metricText('tracee_ebpf_lostevents_total', 'counter', 'Events lost, for any reason', one(lost)),
    metricText('tracee_ebpf_errors_total', 'counter', 'Records that could not be decoded', one(counters.decodeErrors)),
    metricText(
      'tracee_collect_event_produced_total',
      'counter',
      'Records that the programs made, or had to give up',
      of(({ produced }) => produced),
    ),
    metricText(
      'tracee_collect_event_delivered_total',
      'counter',
      'Events handed to the output',
      of((counts) => counts.delivered),
    ),
    metricText(
      'tracee_collect_event_filtered_total',
      'counter',
      'Records that filters refused behind the kernel',
      of(({ filtered }) => filtered),
    ),
    metricText(
      'tracee_collect_undescribed_total',
      'counter',
      'Records of which filters were decided before the runtime had told what their container is',
      one(counters.undescribed),
    ),
    metricText('tracee_collect_event_lost_total', 'counter', 'Events lost, by reason', lostSamples(counters.events)),
    metricText('tracee_collect_written_bytes_total', 'counter', 'Bytes handed to the output', one(counters.bytes)),
    metricText('tracee_collect_queue_bytes', 'gauge', 'Bytes that wait in memory for the reader', one(counters.queued)),
    metricText('tracee_collect_disk_cache_bytes', 'gauge', 'Bytes that wait on disk', one(counters.spilled)),
    metricText(
      'tracee_collect_recovered_total',
      'counter',
      'Events of earlier runs delivered',
      one(counters.recovered),
    ),
    metricText(
      'tracee_collect_resent_total',
      'counter',
      'Events sent again, flagged, to a reader that followed another',
      one(counters.resent),
    ),
    metricText(
      'tracee_collect_damaged_segments_total',
      'counter',
      'Segments on disk that were cut or damaged',
      one(counters.damagedSegments),
    ),
    metricText('tracee_collect_reader', 'gauge', '1 while somebody reads the output', one(counters.reader ? 1 : 0)),
  ].join('');
}

const reasons = ['ringFull', 'tooLarge', 'queueFull', 'throttled'] as const;

/** Only what was lost: of hundreds of events, hardly any. */
const lostSamples = (events: readonly EventCounters[]): Sample[] =>
  events.flatMap((counts) =>
    reasons
      .filter((reason) => counts[reason] > 0n)
      .map((reason): Sample => [{ event: nameOf(counts.id), reason }, counts[reason]]),
  );

const nameOf = (id: number): string => findEvent(id)?.name ?? String(id);
