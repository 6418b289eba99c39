import { type Delivery, fanOut, jsonForm, openDelivery } from '../deliver/open_outputs';
import { readTemplate } from '../deliver/template';
import { paintFor } from '../output/colour';
import { recordLine } from '../output/json';
import { prettyBlock, prettyRecord } from '../output/pretty';
import type { Sink } from '../output/sink';
import { type Form, streamSink } from '../output/stream_sink';
import type { Writer } from '../output/writer';
import { reduced } from '../suppress/reduce';
import type { Suppression } from '../suppress/suppression';
import type { Arguments } from './arguments';

/** Few have one, and its parsers take a tenth of a second to load. */
const suppressionFile = () => require('../suppress/suppression_file') as typeof import('../suppress/suppression_file');

export interface OpenSink {
  readonly sink: Sink;
  readonly deliveries: readonly Delivery[];
  readonly suppression: Suppression | undefined;
}

type SinkArguments = Pick<
  Arguments,
  'outputs' | 'outputTemplate' | 'outputFileBytes' | 'suppress' | 'spoolDir' | 'webhookTls'
>;

/** Everything the command line says about where findings go, and which. */
export function openSink(args: SinkArguments, stdout: Writer, failed: (name: string, error: Error) => void): OpenSink {
  const custom: Form | undefined =
    args.outputTemplate === undefined ? undefined : { finding: readTemplate(args.outputTemplate), record: recordLine };
  const specs = args.outputs.length > 0 ? args.outputs : [{ kind: process.stdout.isTTY ? 'pretty' : 'json' } as const];
  const sinks: Sink[] = [];
  const deliveries: Delivery[] = [];
  for (const spec of specs) {
    if (spec.kind === 'pretty' || spec.kind === 'json') {
      sinks.push(streamSink(stdout, spec.kind === 'pretty' ? pretty() : (custom ?? jsonForm)));
    } else {
      const { outputFileBytes: maxFileBytes, spoolDir: spool, webhookTls: identity } = args;
      const delivery = openDelivery(spec, {
        form: custom,
        maxFileBytes,
        failed,
        ...(spool === undefined ? {} : { spool }),
        identity,
      });
      deliveries.push(delivery);
      sinks.push(delivery.sink);
    }
  }
  const sink = sinks.length === 1 ? (sinks[0] as Sink) : fanOut(sinks);
  if (args.suppress === undefined) return { sink, deliveries, suppression: undefined };
  const first = reduced(suppressionFile().readSuppressionFile(args.suppress), sink);
  return { sink: first, deliveries, suppression: first.suppression };
}

function pretty(): Form {
  const paint = paintFor(process.stdout);
  return { finding: prettyBlock(paint), record: prettyRecord(paint) };
}
