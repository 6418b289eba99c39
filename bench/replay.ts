/** Does a capture of five million events give the same findings every time, from a file and through a FIFO? */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { contextOffsets, type EventInput, FrameReader, FrameWriter, frameKinds } from '@tracee/event-schema';
import { signatureMix } from './events/mix';
import { report, thorough } from './measure/report';

const wanted = thorough ? 5_000_000 : 250_000;
const replays = thorough ? 20 : 3;
/** Events of the mix between two recorded attacks. */
const between = 1_000;
/** ns between two events of the capture. */
const step = 1_000n;
const frameHeadBytes = 6;

const root = resolve(__dirname, '../../..');
const program = join(root, 'packages/rules-engine/bin/tracee-rules');

/** Events of a recorded attack. */
function recorded(file: string): EventInput[] {
  const events: EventInput[] = [];
  new FrameReader({ event: (event) => void events.push(event.materialize() as EventInput) }).push(readFileSync(file));
  return events;
}

/** All recorded attacks, with everyday events between them, in an order of time of their own. */
function block(): { bytes: Buffer; events: number } {
  const directory = join(root, 'recordings/attacks');
  const attacks = readdirSync(directory).sort();
  const mix = signatureMix(attacks.length * between);
  const writer = new FrameWriter();
  let events = 0;
  const write = (event: EventInput) => writer.event({ ...event, timestamp: BigInt(++events) * step } as EventInput);
  for (const attack of attacks) {
    for (let i = 0; i < between; i++) write(mix.next().value as EventInput);
    recorded(join(directory, attack)).forEach(write);
  }
  return { bytes: writer.take(), events };
}

/** The same events later. */
function moveOn(bytes: Buffer, by: bigint): void {
  for (let at = 0; at < bytes.length; at += frameHeadBytes + bytes.readUInt32BE(at + 1)) {
    if (bytes[at + 5] !== frameKinds.event) continue;
    const timestamp = at + frameHeadBytes + (contextOffsets.timestamp as number);
    bytes.writeBigUInt64BE(bytes.readBigUInt64BE(timestamp) + by, timestamp);
  }
}

function capture(path: string): number {
  const file = openSync(path, 'w');
  writeSync(file, new FrameWriter().header({ bootTime: 1_700_000_000_000_000_000n }).take());
  const { bytes, events } = block();
  let written = 0;
  for (; written < wanted; written += events) {
    writeSync(file, bytes);
    moveOn(bytes, BigInt(events) * step);
  }
  const counts = { produced: BigInt(written), delivered: BigInt(written), lost: 0n };
  writeSync(file, new FrameWriter().end({ ...counts, reason: 'stopped', duration: 1n }).take());
  closeSync(file);
  return written;
}

/** What a run found: how much, and the digest of every byte that it wrote. */
async function run(...words: string[]): Promise<{ digest: string; findings: number; seconds: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, [program, '--output', 'json', '--quiet', ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const hash = createHash('sha256');
  let findings = 0;
  child.stdout.on('data', (bytes: Buffer) => {
    hash.update(bytes);
    for (const byte of bytes) if (byte === 0x0a) findings++;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`bench replay: tracee-rules ended with ${code}`);
  return { digest: hash.digest('hex'), findings, seconds: (performance.now() - began) / 1000 };
}

async function main(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'tracee-replay-'));
  try {
    const path = join(directory, 'run.frames');
    const events = capture(path);
    const runs: Awaited<ReturnType<typeof run>>[] = [];
    for (let i = 0; i < replays; i++) runs.push(await run('--input', path));
    const fifo = join(directory, 'fifo');
    spawnSync('mkfifo', [fifo]);
    const writer = spawn('sh', ['-c', 'exec cat "$1" >"$2"', 'sh', path, fifo], { stdio: 'inherit' });
    const live = await run('--input', fifo);
    if (writer.exitCode === null) await once(writer, 'exit');
    const row = (name: string, those: typeof runs) => ({
      case: name,
      events,
      findings: those[0]?.findings,
      'different outputs': new Set(those.map(({ digest }) => digest)).size,
      's each': Number((those.reduce((sum, { seconds }) => sum + seconds, 0) / those.length).toFixed(1)),
    });
    const rows = [row(`${replays} replays`, runs), row('through a FIFO', [live]), row('all together', [...runs, live])];
    report(__filename, 'Does a capture give the same findings every time, from a file and through a FIFO?', [
      { title: 'recorded attacks among everyday events, all signatures', rows },
    ]);
    if (rows.at(-1)?.['different outputs'] !== 1) throw new Error('bench replay: the outputs differ');
    if ((live.findings ?? 0) === 0) throw new Error('bench replay: nothing was found');
  } finally {
    rmSync(directory, { recursive: true });
  }
}

void main();
