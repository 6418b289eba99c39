import { FrameReader, FrameWriter, toJson } from '@tracee/event-schema';
import { referenceMix } from './mix';

/** An event as the alternatives carry it: Tracee's own JSON object. */
export interface Plain {
  readonly eventName: string;
  readonly args: readonly { readonly name: string; readonly type: string; readonly value: unknown }[];
  readonly [field: string]: unknown;
}

/** The reference mix as frames: a header, and the events behind it, which may be read again and again as one long stream. */
export function stream(count: number, mix = referenceMix): { header: Buffer; bytes: Buffer } {
  const writer = new FrameWriter().header({});
  const header = writer.take();
  for (const event of mix(count)) writer.event(event);
  return { header, bytes: writer.take() };
}

export const frames = (count: number): Buffer => Buffer.concat(Object.values(stream(count)));

/** The same events as lines of JSON, and as objects. */
export function jsonLines(count: number): string[] {
  const lines: string[] = [];
  const reader = new FrameReader({ event: (event) => void lines.push(toJson(event)) });
  reader.push(frames(count));
  return lines;
}

export const plainEvents = (count: number): Plain[] => jsonLines(count).map((line) => JSON.parse(line));

/** Five signatures' worth of looking: an argument or two of three events. None of the mix is suspicious. */
export function suspicious(name: string, arg: (name: string) => unknown): boolean {
  if (name === 'openat') return arg('pathname') === '/etc/shadow' || (Number(arg('flags')) & 3) === 3;
  if (name === 'ptrace') return Number(arg('request')) === 0 || Number(arg('request')) === 4;
  if (name !== 'sched_process_exec') return false;
  return `${arg('pathname')}`.startsWith('memfd:') || arg('prev_comm') === 'nginx';
}
