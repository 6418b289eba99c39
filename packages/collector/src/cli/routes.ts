import { metricsContentType } from '@tracee/event-schema';
import type { Collector } from '../collector';
import type { Answer, Route } from '../serve/http';
import { metricsText } from '../serve/metrics';
import type { Options } from './options';

type Asked = Pick<Options, 'healthz' | 'metrics'>;

/** What --healthz and --metrics serve of a run. */
export function routes({ healthz, metrics }: Asked, collector: Pick<Collector, 'counters' | 'findFault'>): Route[] {
  const all: Route[] = [];
  if (healthz !== undefined) all.push({ address: healthz, path: '/healthz', answer: () => health(collector) });
  if (metrics !== undefined) all.push({ address: metrics, path: '/metrics', answer: () => counts(collector) });
  return all;
}

async function health(collector: Pick<Collector, 'findFault'>): Promise<Answer> {
  const fault = await collector.findFault();
  return fault === undefined ? { status: 200, body: 'OK\n' } : { status: 503, body: `${fault}\n` };
}

function counts(collector: Pick<Collector, 'counters'>): Answer {
  const counters = collector.counters();
  return counters === undefined
    ? { status: 503, body: 'not tracing\n' }
    : { status: 200, body: metricsText(counters), contentType: metricsContentType };
}
