import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { loadNative } from '../src/load_native';
import type { NativeSession } from '../src/native';
import { expectExact, until } from './native/counts';
import { compileFixture, folder, forProcess, getuid, u32 } from './native/fixture';
import { eventsOf, kinds, type Loss, lossesOf, lossReasons, makeFrame, readFrames } from './native/frames';
import { makeFifo, Reader } from './native/reader';

const native = loadNative();
const object = compileFixture();
const getuidId = 102;
const preamble = makeFrame(kinds.header, Uint8Array.of(0x80));
const end = makeFrame(kinds.end, Uint8Array.of(0x80));

interface Setting {
  readonly ringBytes?: number;
  readonly queueBytes?: number;
  readonly constants?: Record<string, Uint8Array>;
}

const sessions: NativeSession[] = [];
function started(
  target: string,
  { ringBytes = 16 << 20, queueBytes = 8 << 20, constants = {} }: Setting,
): NativeSession {
  const session = new native.Session();
  sessions.push(session);
  session.load({ ...forProcess(object, process.pid, constants), ringBytes });
  session.attach(['enter']);
  session.start({ target, preamble, queueBytes }, (message) => {
    throw new Error(message);
  });
  return session;
}
const stop = (session: NativeSession, drainMs = 5000) => session.stop(() => end, drainMs);
const sum = (losses: readonly Loss[]): bigint => losses.reduce((total, loss) => total + loss.count, 0n);

afterEach(() => Promise.allSettled(sessions.splice(0).map((session) => stop(session, 0))));

test('a ring that is too small: every record is delivered or counted, and the stream tells each gap at its place', async () => {
  const path = join(folder, 'ring.frames');
  const session = started(path, { ringBytes: 4096, constants: { ballast: u32(1000) } });
  getuid(20_000);
  const counters = await stop(session);
  const frames = readFrames(readFileSync(path));
  const losses = lossesOf(frames);
  const [counted] = counters.events;
  expect(counted?.produced).toBe(20_000n);
  expect(counted?.ringFull).toBeGreaterThan(0n);
  expect(BigInt(eventsOf(frames).length)).toBe(counted?.delivered);
  expect(sum(losses)).toBe(counted?.ringFull);
  for (const loss of losses) {
    expect(loss).toMatchObject({ reason: lossReasons.ringFull, eventId: getuidId });
    expect(loss.first).toBeLessThanOrEqual(loss.last);
  }
  expectExact(counters);
  expectGapsTold(frames);
});

/** Walks the stream by CPU: the records missing before an event are those of the loss frames before it. */
function expectGapsTold(frames: ReturnType<typeof readFrames>): void {
  const next = new Map<number, bigint>();
  let told = 0n;
  let missing = 0n;
  for (const frame of frames) {
    if (frame.kind === kinds.loss) told += sum(lossesOf([frame]));
    if (frame.kind !== kinds.event) continue;
    const [event] = eventsOf([frame]);
    const cpu = event?.fields[20] as number;
    const sequence = event?.sequence ?? 0n;
    missing += sequence - (next.get(cpu) ?? 0n);
    next.set(cpu, sequence + 1n);
    expect(told).toBe(missing);
  }
}

test('records that are too large are counted, and told at the end where no record follows', async () => {
  const path = join(folder, 'large.frames');
  const session = started(path, { constants: { ballast: u32(40_000) } });
  getuid(100);
  const counters = await stop(session);
  const frames = readFrames(readFileSync(path));
  expect(counters.events).toEqual([
    {
      id: getuidId,
      produced: 100n,
      delivered: 0n,
      ringFull: 0n,
      tooLarge: 100n,
      queueFull: 0n,
      filtered: 0n,
      throttled: 0n,
    },
  ]);
  expect(sum(lossesOf(frames))).toBe(100n);
  for (const loss of lossesOf(frames)) expect(loss).toMatchObject({ reason: lossReasons.tooLarge, eventId: getuidId });
  expect(frames.at(-1)?.kind).toBe(kinds.end);
});

test('a queue that is full drops the newest, counts them, and tells so once there is room', async () => {
  const path = makeFifo();
  const session = started(path, { queueBytes: 1 << 20 });
  getuid(30_000);
  await until('all are taken from the ring', () => session.counters().consumed === 30_000n);
  const { queueFull, queued } = session.counters();
  expect(queueFull).toBeGreaterThan(0n);
  expect(queued).toBeLessThanOrEqual(1 << 20);
  const reader = new Reader(path);
  await until('the queue is empty', () => session.counters().written === 30_000n - queueFull);
  getuid(100);
  const counters = await stop(session);
  await reader.ended;
  const frames = readFrames(reader.bytes);
  const losses = lossesOf(frames);
  expect(sum(losses)).toBe(queueFull);
  // one for each CPU that made some
  expect(losses.length).toBeLessThanOrEqual(availableParallelism());
  for (const { first, last, ...loss } of losses) {
    expect(loss).toMatchObject({ reason: lossReasons.queueFull, eventId: getuidId });
    expect(first).toBeLessThanOrEqual(last);
  }
  expect(eventsOf(frames)).toHaveLength(30_100 - Number(queueFull));
  expect(counters.queueFull).toBe(queueFull);
  expectExact(counters);
});

/** An array of the number and 200 bytes: a hundred of them do not fit where no event does. */
const numbered = (second: number) => Buffer.concat([Buffer.of(0x92, second, 0xc4, 200), Buffer.alloc(200)]);

test('a full queue: the oldest statistics give way to the newest, and come when there is room', async () => {
  const path = makeFifo();
  const session = started(path, { queueBytes: 1 });
  getuid(10_000);
  await until('full', () => session.counters().queueFull > 0n);
  for (let second = 0; second < 100; second++) session.inject(makeFrame(kinds.statistics, numbered(second)));
  const reader = new Reader(path);
  await until('written', () => session.counters().queued === 0 && session.counters().reader);
  await until('statistics', () => readFrames(reader.bytes).some((frame) => frame.kind === kinds.statistics));
  const counters = await stop(session);
  await reader.ended;
  const statistics = readFrames(reader.bytes).filter((frame) => frame.kind === kinds.statistics);
  expect(statistics.at(-1)?.value).toMatchObject({ 0: 99 });
  expect(statistics.length).toBeLessThan(100);
  expectExact(counters);
});

test('a sink that takes nothing holds up the end for as long as it may, and what is left is counted', async () => {
  const path = makeFifo();
  const session = started(path, {});
  const reader = new Reader(path);
  await until('reader', () => session.counters().reader);
  reader.pause();
  getuid(20_000);
  await until('encoded', () => session.counters().consumed === 20_000n);
  const before = Date.now();
  const counters = await stop(session, 300);
  const took = Date.now() - before;
  expect(took).toBeGreaterThanOrEqual(290);
  expect(took).toBeLessThan(3000);
  expect(counters.queueFull).toBeGreaterThan(0n);
  expect(counters.written).toBeGreaterThan(0n);
  expectExact(counters);
  await reader.close();
});

test('no reader ever: the end does not wait when there is nothing to tell, and counts what nobody took', async () => {
  const silent = started(makeFifo(), {});
  const before = Date.now();
  await stop(silent, 5000);
  expect(Date.now() - before).toBeLessThan(2000);
  const session = started(makeFifo(), {});
  getuid(10);
  const counters = await stop(session, 100);
  expect(counters).toMatchObject({ written: 0n, queueFull: 10n });
  expectExact(counters);
});

test('a slow reader is waited for as long as it takes something', async () => {
  const path = makeFifo();
  const session = started(path, {});
  const reader = new Reader(path);
  await until('reader', () => session.counters().reader);
  reader.pause();
  getuid(20_000);
  await until('encoded', () => session.counters().consumed === 20_000n);
  let pause: NodeJS.Timeout | undefined;
  const toggle = setInterval(() => {
    reader.resume();
    pause = setTimeout(() => reader.pause(), 1);
  }, 20);
  const counters = await stop(session, 1000);
  clearInterval(toggle);
  clearTimeout(pause);
  reader.resume();
  await reader.ended;
  expect(counters.written).toBe(20_000n);
  expect(readFrames(reader.bytes).at(-1)?.kind).toBe(kinds.end);
});

test('records of no event of this schema are counted and told', async () => {
  const path = join(folder, 'unknown.frames');
  const session = started(path, { constants: { getuid_event: u32(3999) } });
  getuid(10);
  const counters = await stop(session);
  const losses = lossesOf(readFrames(readFileSync(path)));
  expect(counters).toMatchObject({ consumed: 10n, decodeErrors: 10n, written: 0n });
  expect(sum(losses)).toBe(10n);
  for (const loss of losses) expect(loss).toMatchObject({ reason: lossReasons.decodeError, eventId: 3999 });
});
