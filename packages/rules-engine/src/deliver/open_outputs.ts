import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { jsonLine, recordLine } from '../output/json';
import type { Sink } from '../output/sink';
import type { Form } from '../output/stream_sink';
import { RotatingFile } from './file';
import { fileSink } from './file_sink';
import type { DeliverySpec } from './outputs';
import { DeliveryQueue } from './queue';
import { queuedSink } from './queued_sink';
import { Spool } from './spool';
import { octetCounted, streamDeliver, syslogFinding, syslogMessage, udpDeliver } from './syslog';
import { type ClientIdentity, webhook } from './webhook';

/** What delivers to somewhere else than standard output, with its counts. */
export interface Delivery {
  readonly name: string;
  readonly sink: Sink;
  readonly queue?: DeliveryQueue;
}

export interface DeliveryOptions {
  /** In place of JSON lines. */
  readonly form: Form | undefined;
  readonly maxFileBytes: number;
  /** A directory for what waits for receivers. */
  readonly spool?: string;
  readonly identity?: ClientIdentity;
  readonly failed: (name: string, error: Error) => void;
}

const keptFiles = 5;
export const jsonForm: Form = { finding: jsonLine, record: recordLine };

const defaultPorts: Readonly<Record<string, number>> = { 'udp:': 514, 'tcp:': 601 };

/** A directory for each receiver, whose name tells nothing of it: a URL may hold a secret. */
const spoolOf = (directory: string | undefined, receiver: string) =>
  directory === undefined
    ? {}
    : { spool: new Spool(join(directory, createHash('sha256').update(receiver).digest('hex').slice(0, 16))) };

export function openDelivery(
  spec: DeliverySpec,
  { form = jsonForm, maxFileBytes, failed, spool, identity }: DeliveryOptions,
): Delivery {
  if (spec.kind === 'file') {
    const name = `json=${spec.path}`;
    const file = new RotatingFile(spec.path, { maxBytes: maxFileBytes, keep: keptFiles });
    return { name, sink: fileSink(file, form, (error) => failed(name, error)) };
  }
  if (spec.kind === 'socket') {
    const queue = new DeliveryQueue(streamDeliver({ path: spec.path }, Buffer.from), {
      batch: 100,
      ...spoolOf(spool, `socket ${spec.path}`),
    });
    return { name: `socket=${spec.path}`, queue, sink: queuedSink(queue, form) };
  }
  if (spec.kind === 'webhook') {
    const isTemplate = form !== jsonForm;
    const type = isTemplate ? 'application/json' : 'application/x-ndjson';
    // A template makes one message; JSON lines go many at once.
    const queue = new DeliveryQueue(webhook(spec.url, type, identity), {
      ...spoolOf(spool, `webhook ${spec.url.href}`),
      batch: isTemplate ? 1 : 100,
      linger: isTemplate ? 0 : 200,
    });
    return { name: `webhook=${spec.url.origin}`, queue, sink: queuedSink(queue, form) };
  }
  const { url } = spec;
  const port = Number(url.port) || (defaultPorts[url.protocol] ?? 0);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const deliver =
    url.protocol === 'udp:'
      ? udpDeliver(host, port)
      : streamDeliver(url.protocol === 'unix:' ? { path: url.pathname } : { host, port }, octetCounted);
  const queue = new DeliveryQueue(deliver, { batch: 50, ...spoolOf(spool, `syslog ${url.href}`) });
  const sink = queuedSink(queue, {
    finding: (finding) => syslogFinding(finding, form.finding(finding)),
    record: (record) => syslogMessage('low', record.timestamp, record.meta.id, '', form.record(record)),
  });
  return { name: `syslog=${url.href}`, queue, sink };
}

/** Several sinks as one. Only those that may hold back the input do. */
export const fanOut = (sinks: readonly Sink[]): Sink => ({
  finding: (finding) => {
    for (const sink of sinks) sink.finding(finding);
  },
  record: (record) => {
    for (const sink of sinks) sink.record(record);
  },
  flush: () => {
    const held = sinks.map((sink) => sink.flush()).filter((one) => one !== undefined);
    return held.length === 0 ? undefined : Promise.all(held).then(() => {});
  },
  end: async () => {
    await Promise.all(sinks.map((sink) => sink.end()));
  },
});
