import { createSocket } from 'node:dgram';
import { connect, type Socket } from 'node:net';
import { hostname } from 'node:os';
import type { Finding } from '../match/finding';
import type { Severity } from '../signature/ranks';
import type { Deliver } from './queue';

/** RFC 5424, table 1: security messages. */
const facility = 10;
/** RFC 5424, table 2. */
const severityNumbers: Readonly<Record<Severity, number>> = { info: 6, low: 5, medium: 4, high: 3, critical: 2 };

/** A message without its frame: priority, version, time, host, program, process, id, no structured data, text. */
export function syslogMessage(severity: Severity, unixTime: bigint, id: string, host: string, text: string): string {
  const micros = unixTime / 1000n;
  const seconds = new Date(Number(micros / 1_000_000n) * 1000).toISOString().slice(0, 19);
  const time = `${seconds}.${String(micros % 1_000_000n).padStart(6, '0')}Z`;
  return `<${facility * 8 + severityNumbers[severity]}>1 ${time} ${word(host || hostname(), 255)} tracee-rules ${process.pid} ${word(id, 32)} - ${text.trimEnd()}`;
}

export const syslogFinding = ({ meta, event }: Finding, text: string): string =>
  syslogMessage(meta.severity, event.unixTime, meta.id, event.hostName, text);

/** Header fields are printable ASCII without spaces. */
const word = (text: string, length: number) => text.replace(/[^\x21-\x7e]/g, '?').slice(0, length) || '-';

/** A datagram a message (RFC 5426); what is too long for one is cut by the network, not by us. */
export function udpDeliver(host: string, port: number): Deliver {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4').unref();
  socket.on('error', () => {});
  return async (texts) => {
    for (const text of texts)
      await new Promise<void>((resolve, reject) =>
        socket.send(Buffer.from(text), port, host, (error) => (error === null ? resolve() : reject(error))),
      );
  };
}

/** A connection that is made when it is needed, and made again when it broke. `frame` makes bytes of a text. */
export function streamDeliver(
  target: { host: string; port: number } | { path: string },
  frame: (text: string) => Buffer,
): Deliver {
  let connection: Promise<Socket> | undefined;
  const open = () =>
    new Promise<Socket>((resolve, reject) => {
      const socket = connect(target, () => resolve(socket)).unref();
      socket.on('error', reject);
      socket.once('close', () => {
        connection = undefined;
        reject(new Error('the connection was closed'));
      });
      socket.resume();
    });
  return async (texts) => {
    connection ??= open();
    const opening = connection;
    const socket = await opening.catch((error) => {
      if (connection === opening) connection = undefined;
      throw error;
    });
    await new Promise<void>((resolve, reject) =>
      socket.write(Buffer.concat(texts.map(frame)), (error) => (error ? reject(error) : resolve())),
    );
  };
}

/** RFC 6587, octet counting: a message may hold line ends. */
export const octetCounted = (text: string): Buffer => {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from(`${bytes.length} `), bytes]);
};
