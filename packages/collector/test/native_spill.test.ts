import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadNative } from '../src/load_native';
import type { NativeSession } from '../src/native';
import { expectExact, until } from './native/counts';
import { compileFixture, folder, forProcess, getuid } from './native/fixture';
import {
  eventsOf,
  type Frame,
  isResent,
  keyOf,
  kinds,
  lossesOf,
  lossReasons,
  makeFrame,
  readFrames,
} from './native/frames';
import { makeFifo, Reader } from './native/reader';

const native = loadNative();
const object = compileFixture();
const header = makeFrame(kinds.header, Uint8Array.of(0x80));
const earlier = makeFrame(kinds.header, Uint8Array.of(0x81, 0xa1, 0x61, 0x01));
const end = makeFrame(kinds.end, Uint8Array.of(0x80));
const queueBytes = 1 << 20;
/** Thousands of events at the pace of a small queue, on a machine that does other things. */
jest.setTimeout(60_000);

const directory = () => mkdtempSync(join(folder, 'spill-'));
const segments = (path: string) => readdirSync(path).filter((name) => name.endsWith('.spill'));

const sessions: NativeSession[] = [];
function started(target: string, path: string, bytes = 1 << 30, preamble = header): NativeSession {
  const session = new native.Session();
  sessions.push(session);
  session.load({ ...forProcess(object, process.pid), ringBytes: 16 << 20 });
  session.attach(['enter']);
  session.start({ target, preamble, queueBytes, spill: { directory: path, bytes } }, (message) => {
    throw new Error(message);
  });
  return session;
}
const stop = (session: NativeSession, drainMs = 5000) => session.stop(() => end, drainMs);
const taken = (session: NativeSession, count: bigint) =>
  until('taken from the ring', () => session.counters().consumed === count);

/** By CPU, the numbers of the events in the order in which they came. */
function expectInOrder(frames: readonly Frame[]): void {
  const next = new Map<unknown, bigint>();
  for (const { fields, sequence } of eventsOf(frames)) {
    expect(sequence).toBe(next.get(fields[20]) ?? 0n);
    next.set(fields[20], sequence + 1n);
  }
}

/** The first events of a session, slow enough for a queue of a megabyte: each round waits until the last is taken, and written or on disk. */
async function produce(session: NativeSession, count: number): Promise<void> {
  for (let made = 200; made <= count; made += 200) {
    getuid(200);
    await until('taken, and written or on disk', () => {
      const { consumed, queued } = session.counters();
      return consumed === BigInt(made) && queued <= queueBytes / 2;
    });
  }
}

afterEach(() => Promise.allSettled(sessions.splice(0).map((session) => stop(session, 0))));

test('what the queue has no room for goes to disk, and comes to the reader in order; nothing stays behind', async () => {
  const [fifo, path] = [makeFifo(), directory()];
  const session = started(fifo, path);
  await produce(session, 20_000);
  await taken(session, 20_000n);
  expect(session.counters().queueFull).toBe(0n);
  expect(session.counters().spilled).toBeGreaterThan(2_000_000);
  for (const name of segments(path)) expect(statSync(join(path, name)).mode & 0o777).toBe(0o600);
  const reader = new Reader(fifo);
  await until('all delivered', () => session.counters().written === 20_000n);
  getuid(100);
  const counters = await stop(session);
  await reader.ended;
  const frames = readFrames(reader.bytes);
  expect(eventsOf(frames)).toHaveLength(20_100);
  expectInOrder(frames);
  expect(frames.filter(({ kind }) => kind === kinds.header)).toHaveLength(1);
  expect(frames.at(-1)?.kind).toBe(kinds.end);
  expect(segments(path)).toEqual([]);
  expectExact(counters);
});

test('what is on disk at the end is first in the next run, behind its own header', async () => {
  const [fifo, path] = [makeFifo(), directory()];
  const first = started(fifo, path, 1 << 30, earlier);
  await produce(first, 3000);
  await taken(first, 3000n);
  expectExact(await stop(first, 0));
  const second = started(fifo, path);
  getuid(10);
  const reader = new Reader(fifo);
  await until('delivered', () => second.counters().recovered === 3000n && second.counters().written === 10n);
  const counters = await stop(second);
  await reader.ended;
  const frames = readFrames(reader.bytes);
  const heads = frames.flatMap((frame, at) => (frame.kind === kinds.header ? [{ at, bytes: frame.bytes }] : []));
  expect(heads.map(({ bytes }) => bytes)).toEqual([earlier, header]);
  const [before, after] = [frames.slice(0, heads[1]?.at), frames.slice(heads[1]?.at)];
  expect(eventsOf(before)).toHaveLength(3000);
  expect(before.at(-1)?.kind).toBe(kinds.end);
  expect(eventsOf(after)).toHaveLength(10);
  expectInOrder(before);
  expectInOrder(after);
  for (const part of [before, after]) expect(part[1]?.kind).toBe(kinds.dictionary);
  expectExact(counters);
});

test('a reader that goes in the middle gets no frame twice and misses none', async () => {
  const [fifo, path] = [makeFifo(), directory()];
  const session = started(fifo, path);
  await produce(session, 30_000);
  await taken(session, 30_000n);
  const first = new Reader(fifo);
  first.pause();
  await until('some delivered', () => session.counters().written > 100n);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const { written } = session.counters();
  expect(written).toBeLessThan(30_000n);
  await first.close();
  await until('gone', () => !session.counters().reader);
  const { written: handed } = session.counters();
  const second = new Reader(fifo);
  await until('all delivered', () => session.counters().written === 30_000n);
  const counters = await stop(session);
  await second.ended;
  const events = eventsOf(readFrames(second.bytes));
  expect(events.filter((event) => !isResent(event))).toHaveLength(30_000 - Number(handed));
  expect(new Set(events.map(keyOf)).size).toBe(events.length);
  expectExact(counters);
});

test('a reader that stalls until the end has whole frames, and the next run goes on with the one behind them', async () => {
  const [fifo, path] = [makeFifo(), directory()];
  const first = started(fifo, path);
  const stalled = new Reader(fifo);
  stalled.pause();
  await until('it is there', () => first.counters().reader);
  await produce(first, 30_000);
  await taken(first, 30_000n);
  const counters = await stop(first, 50);
  expectExact(counters);
  expect(counters.spilled).toBeGreaterThan(0);
  stalled.resume();
  await stalled.ended;
  const before = readFrames(stalled.bytes);
  expect(Buffer.concat(before.map(({ bytes }) => bytes))).toEqual(stalled.bytes);
  const had = eventsOf(before).length;
  expect(had).toBeGreaterThan(1000);
  expect(before.at(-1)?.kind).not.toBe(kinds.end);

  const second = started(fifo, path);
  const next = new Reader(fifo);
  await until('the rest', () => second.counters().recovered === BigInt(30_000 - had));
  await stop(second);
  await next.ended;
  const after = readFrames(next.bytes);
  expectInOrder([...before, ...after]);
  expect(eventsOf(after)).toHaveLength(30_000 - had);
});

test('a disk that is full: the newest are dropped, counted, and the stream says that it was the disk', async () => {
  const [fifo, path] = [makeFifo(), directory()];
  const session = started(fifo, path, 2 << 20);
  // so many that the disk is full long before the end, even where the writer is slow to move them there
  for (let i = 0; i < 200; i++) {
    getuid(200);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await taken(session, 40_000n);
  expect(session.counters().queueFull).toBeGreaterThan(0n);
  expect(session.counters().spilled).toBeLessThanOrEqual(2 << 20);
  const reader = new Reader(fifo);
  await until('drained', () => session.counters().queued === 0 && session.counters().spilled === 0);
  const counters = await stop(session);
  await reader.ended;
  const losses = lossesOf(readFrames(reader.bytes));
  expect(losses.map(({ reason }) => reason)).toContain(lossReasons.spillFull);
  expect(losses.reduce((sum, { count }) => sum + count, 0n)).toBe(counters.queueFull);
  expectExact(counters);
});

test('killed: what was on disk is delivered by the next run, whole and in order', async () => {
  const [fifo, path] = [makeFifo(), directory()];
  const script = `
    const { loadNative } = require(${JSON.stringify(join(__dirname, '../dist/src/load_native.js'))});
    const session = new (loadNative().Session)();
    const u32 = (value) => { const b = Buffer.alloc(4); b.writeUInt32LE(value); return b; };
    session.load({ object: ${JSON.stringify(object)}, programs: ['enter'], ringBytes: 16 << 20,
      constants: { target: u32(process.pid) } });
    session.attach(['enter']);
    const preamble = Buffer.from(${JSON.stringify(earlier.toString('hex'))}, 'hex');
    session.start({ target: ${JSON.stringify(fifo)}, preamble, queueBytes: 1 << 20,
      spill: { directory: ${JSON.stringify(path)}, bytes: 1 << 30 } }, () => {});
    let rounds = 0;
    setInterval(() => {
      for (let i = 0; i < 200; i++) process.getuid();
      if (++rounds === 40) process.kill(process.pid, 'SIGKILL');
    }, 10);`;
  const { signal, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  expect({ signal, stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
  expect(segments(path).length).toBeGreaterThan(0);
  const session = started(fifo, path);
  const reader = new Reader(fifo);
  await until('drained', () => session.counters().spilled === 0);
  const { recovered } = session.counters();
  const counters = await stop(session);
  await reader.ended;
  const frames = readFrames(reader.bytes);
  expect(recovered).toBeGreaterThan(5000n);
  expect(eventsOf(frames)).toHaveLength(Number(recovered));
  expectInOrder(frames);
  expect(counters.damagedSegments).toBe(0n);
});

test('a segment with a damaged block gives what stands before it, and is counted', async () => {
  const [fifo, path] = [makeFifo(), directory()];
  const first = started(fifo, path, 1 << 30, earlier);
  await produce(first, 3000);
  await stop(first, 0);
  const [name = ''] = segments(path);
  const bytes = readFileSync(join(path, name));
  bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
  writeFileSync(join(path, name), bytes);
  const second = started(fifo, path);
  const reader = new Reader(fifo);
  await until('drained', () => second.counters().spilled === 0);
  const counters = await stop(second);
  await reader.ended;
  const frames = readFrames(reader.bytes);
  expect(counters.damagedSegments).toBe(1n);
  expect(eventsOf(frames).length).toBeGreaterThan(0);
  expect(eventsOf(frames).length).toBeLessThan(3000);
  expectInOrder(frames);
});

const unfit: readonly (readonly [string, (path: string) => void, RegExp])[] = [
  ['does not exist', () => {}, /no such file/i],
  ['others may write to', (path) => spawnSync('mkdir', ['-m', '777', path]), /others may write/],
  ['is a link', (path) => symlinkSync('/tmp', path), /not a directory|too many/i],
];
test.each(unfit)('a directory that %s is refused', (_, make, message) => {
  const path = join(directory(), 'cache');
  make(path);
  expect(() => started(makeFifo(), path)).toThrow(message);
});

test('a directory belongs to one collector at a time', async () => {
  const path = directory();
  const session = started(makeFifo(), path);
  expect(() => started(makeFifo(), path)).toThrow(/in use by another collector/);
  await stop(session, 0);
});
