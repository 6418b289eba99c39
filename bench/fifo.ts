/** What do two processes that are joined by a FIFO spend on an event, without a kernel? */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  createReadStream,
  existsSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FrameReader, FrameWriter } from '@tracee/event-schema';
import { encodeRecords } from '../packages/collector/test/native/encode';
import { type Format, formats } from './events/formats';
import { gobProgram } from './events/gob';
import { jsonLines, plainEvents, suspicious } from './events/plain';
import { kernelRecords } from './events/records';
import { cpuNanoseconds, peakMegabytes } from './measure/process';
import { type Row, report, thorough } from './measure/report';

const ours = 'frames';
const batch = 250;
const events = thorough ? 500_000 : 50_000;
/** What is quicker gets more to do, so that each runs long enough to be measured. */
const eventsOf = (name: string) => (name === ours ? events * 10 : events);
const chunkBytes = 64 << 10;

/** What each side says of itself: CPU time in ns from when it was ready, and the most that was resident in MB. */
interface Side {
  readonly cpu: number;
  readonly 'RSS MB': number;
  readonly bytes?: number;
  readonly found?: number;
  readonly events?: number;
}

/** Chunks of a batch of events: encoded anew each time. */
function encoderOf(name: string): () => Uint8Array {
  if (name === ours) {
    const records = kernelRecords(batch);
    return () => encodeRecords(records);
  }
  const { prepare = (event) => event, encode } = (formats[name] as () => Format)();
  const plain = plainEvents(batch).map(prepare);
  return () =>
    Buffer.concat(
      plain.flatMap((event) => {
        const bytes = encode(event);
        const length = Buffer.allocUnsafe(4);
        length.writeUInt32LE(bytes.length);
        return [length, bytes];
      }),
    );
}

function write(name: string, path: string): Side {
  const encode = encoderOf(name);
  const fd = openSync(path, 'w');
  const before = cpuNanoseconds();
  let total = 0;
  const put = (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at, Math.min(chunkBytes, bytes.length - at));
    total += bytes.length;
  };
  if (name === ours) put(new FrameWriter().header({}).take());
  for (let made = 0; made < eventsOf(name); made += batch) put(encode());
  closeSync(fd);
  return { cpu: cpuNanoseconds() - before, bytes: total, 'RSS MB': peakMegabytes() };
}

/** Reads and looks; `take` gets chunks of any size. */
function readerOf(name: string): { take(chunk: Buffer): void; seen(): { events: number; found: number } } {
  let [count, found] = [0, 0];
  const seen = () => ({ events: count, found });
  if (name === ours) {
    const reader = new FrameReader({
      event: (event) => {
        count++;
        const args = event.args as unknown as Record<string, unknown>;
        if (suspicious(event.eventName, (wanted) => args[wanted])) found++;
      },
    });
    return { take: (chunk) => reader.push(chunk), seen };
  }
  const { prepare = (event) => event, encode, decode, arg } = (formats[name] as () => Format)();
  // records name their fields once; a reader that comes later needs them
  for (const event of plainEvents(batch)) encode(prepare(event));
  let held = Buffer.alloc(0);
  const take = (chunk: Buffer) => {
    const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    let at = 0;
    for (; bytes.length - at >= 4; count++) {
      const length = bytes.readUInt32LE(at);
      if (bytes.length - at - 4 < length) break;
      const event = decode(bytes.subarray(at + 4, at + 4 + length));
      if (suspicious(event.eventName, (wanted) => arg(event, wanted))) found++;
      at += 4 + length;
    }
    held = Buffer.from(bytes.subarray(at));
  };
  return { take, seen };
}

async function read(name: string, path: string): Promise<Side> {
  const { take, seen } = readerOf(name);
  const before = cpuNanoseconds();
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) take(chunk);
  return { cpu: cpuNanoseconds() - before, ...seen(), 'RSS MB': peakMegabytes() };
}

async function saidBy(child: ChildProcess, stream: 'stdout' | 'stderr'): Promise<Side> {
  let said = '';
  child[stream]?.on('data', (data) => {
    said += data;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`bench fifo: exit code ${code}: ${said}`);
  return JSON.parse(said);
}

async function joined(name: string, directory: string): Promise<Row> {
  const fifo = join(directory, 'events');
  execFileSync('mkfifo', [fifo]);
  const began = performance.now();
  let writer: ChildProcess;
  let reader: ChildProcess;
  if (name === 'Go, gob') {
    const lines = join(directory, 'lines');
    writeFileSync(lines, `${jsonLines(batch).join('\n')}\n`);
    const shell = (script: string) =>
      spawn('sh', ['-c', script, gobProgram, lines, `${events}`, fifo], { stdio: ['ignore', 'pipe', 'pipe'] });
    [writer, reader] = [shell('exec "$0" write "$1" "$2" >"$3"'), shell('exec "$0" read <"$3"')];
  } else {
    const side = (does: string) =>
      spawn(process.execPath, [__filename, does, name, fifo], { stdio: ['ignore', 'pipe', 'pipe'] });
    [writer, reader] = [side('write'), side('read')];
  }
  const [wrote, seen] = await Promise.all([saidBy(writer, 'stderr'), saidBy(reader, 'stdout')]);
  rmSync(fifo);
  const count = eventsOf(name);
  if (seen.events !== count || seen.found !== 0)
    throw new Error(`bench fifo: ${name}: ${seen.events} of ${count} events, ${seen.found} found where nothing is`);
  const seconds = (performance.now() - began) / 1000;
  return {
    case: name,
    'ns an event': Math.round((wrote.cpu + seen.cpu) / count),
    'writer ns': Math.round(wrote.cpu / count),
    'reader ns': Math.round(seen.cpu / count),
    'events/s, starts included': Math.round(count / seconds),
    'bytes an event': wrote.bytes === undefined ? undefined : Math.round(wrote.bytes / count),
    'writer MB': wrote['RSS MB'],
    'reader MB': seen['RSS MB'],
  };
}

async function main(): Promise<void> {
  const [does, name = '', path = ''] = process.argv.slice(2);
  if (does === 'write') return void process.stderr.write(JSON.stringify(write(name, path)));
  if (does === 'read') return void process.stdout.write(JSON.stringify(await read(name, path)));
  const names = [ours, ...Object.keys(formats), ...(existsSync(gobProgram) ? ['Go, gob'] : [])];
  const directory = mkdtempSync(join(tmpdir(), 'tracee-bench-'));
  const rows: Row[] = [];
  try {
    for (const one of names) rows.push(await joined(one, directory));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  const first = Number(rows[0]?.['ns an event']);
  report(__filename, 'What do two processes that are joined by a FIFO spend on an event, without a kernel?', [
    {
      title: 'encode, FIFO, read and match',
      rows: rows.map((row) => ({ ...row, ratio: Number((Number(row['ns an event']) / first).toFixed(1)) })),
      plot: { kind: 'bars', figure: 'ns an event' },
      notes: ['Frames are encoded from kernel records, as the collector does; the alternatives from objects.'],
    },
  ]);
}

void main();
