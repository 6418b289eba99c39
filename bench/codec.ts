/** How much does an event cost to read and match, beside msgpack maps and JSON lines of the same events? */
import { FrameReader, FrameWriter, type LazyEvent, toJson } from '@tracee/event-schema';
import { Packr, Unpackr } from 'msgpackr';
import { compare, cpuNanoseconds, type Figures, peakMegabytes } from './measure';
import { referenceMix } from './mix';

const count = 20_000;
const rounds = 40;

/** Five signatures' worth of looking: an argument or two of three events. */
function suspicious(name: string, args: Record<string, unknown>): boolean {
  if (name === 'openat') return args.pathname === '/etc/shadow' || ((args.flags as number) & 3) === 3;
  if (name === 'ptrace') return args.request === 0n || args.request === 4n;
  return (
    name === 'sched_process_exec' && ((args.pathname as string).startsWith('memfd:') || args.prev_comm === 'nginx')
  );
}

const stream = () => {
  const writer = new FrameWriter().header({});
  for (const event of referenceMix(count)) writer.event(event);
  return Buffer.from(writer.take());
};

/** Times `read` over the same events, the first rounds as warm-up. */
function timed(bytes: number, read: () => number): Figures {
  for (let i = 0; i < 5; i++) read();
  const [cpu, wall] = [cpuNanoseconds(), process.hrtime.bigint()];
  let found = 0;
  for (let i = 0; i < rounds; i++) found += read();
  if (found !== 0) throw new Error(`found ${found} in events where nothing is`);
  const events = count * rounds;
  const seconds = Number(process.hrtime.bigint() - wall) / 1e9;
  return {
    'ns an event': Math.round((cpuNanoseconds() - cpu) / events),
    'events/s': Math.round(events / seconds),
    'bytes an event': Math.round(bytes / count),
    'RSS MB': peakMegabytes(),
  };
}

/** Every event of the stream as the object that the alternatives carry. */
function plainEvents(): Record<string, unknown>[] {
  const lines: string[] = [];
  const reader = new FrameReader({ event: (event) => void lines.push(toJson(event)) });
  reader.push(stream());
  return lines.map((line) => JSON.parse(line));
}

const argsOf = (event: Record<string, unknown>) =>
  Object.fromEntries((event.args as { name: string; value: unknown }[]).map((a) => [a.name, a.value]));

function ours(selection: 'all' | string[], look: (event: LazyEvent) => boolean): Figures {
  const bytes = stream();
  return timed(bytes.length, () => {
    let found = 0;
    const event = (each: LazyEvent) => {
      if (look(each)) found++;
    };
    const reader = new FrameReader({ event }, selection);
    reader.push(bytes);
    reader.finish();
    return found;
  });
}

function packed(packr: Packr, unpackr: Unpackr): Figures {
  const frames = plainEvents().map((event) => Buffer.from(packr.pack(event)));
  const bytes = frames.reduce((sum, f) => sum + f.length, 0);
  return timed(bytes, () =>
    frames.reduce((found, f) => {
      const event = unpackr.unpack(f);
      return found + (suspicious(event.eventName, argsOf(event)) ? 1 : 0);
    }, 0),
  );
}

compare(
  __filename,
  {
    'frames, lazy': () => ours('all', (event) => suspicious(event.eventName, event.args as Record<string, unknown>)),
    'frames, nobody asked': () => ours([], () => true),
    'frames, whole objects': () =>
      ours('all', (event) =>
        suspicious(event.eventName, event.materialize().args as unknown as Record<string, unknown>),
      ),
    'msgpackr maps': () => packed(new Packr({ useRecords: false }), new Unpackr({ useRecords: false })),
    'msgpackr records': () => {
      const packr = new Packr({ structures: [] });
      return packed(packr, packr);
    },
    'JSON lines': () => {
      const lines = plainEvents().map((event) => JSON.stringify(event));
      return timed(lines.join('\n').length, () =>
        lines.reduce((found, line) => {
          const event = JSON.parse(line);
          return found + (suspicious(event.eventName, argsOf(event)) ? 1 : 0);
        }, 0),
      );
    },
  },
  'ns an event',
);
