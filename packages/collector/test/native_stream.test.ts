import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { loadNative } from '../src/load_native';
import type { NativeSession } from '../src/native';
import { expectExact, until } from './native/counts';
import { addonPath, compileFixture, folder, forProcess, getuid, u32, u64 } from './native/fixture';
import { eventsOf, isResent, keyOf, kinds, makeFrame, readFrames } from './native/frames';
import { makeFifo, Reader } from './native/reader';

const native = loadNative();
const object = compileFixture();
const header = makeFrame(kinds.header, Uint8Array.of(0x80));
const end = makeFrame(kinds.end, Uint8Array.of(0x80));
const statistics = (value: number, bytes = 0) =>
  makeFrame(
    kinds.statistics,
    Buffer.concat([Uint8Array.of(0x92, value), Uint8Array.of(0xc6), bigEndian(bytes), Buffer.alloc(bytes)]),
  );
const getuidId = 102;
const queueBytes = 8 << 20;

function bigEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

const sessions: NativeSession[] = [];
function started(
  target: number | string,
  onError: (message: string) => void = fail,
  more: Record<string, Uint8Array> = {},
): NativeSession {
  const session = new native.Session();
  sessions.push(session);
  session.load(forProcess(object, process.pid, more));
  session.attach(['enter']);
  session.start({ target, preamble: header, queueBytes }, onError);
  return session;
}
const fail = (message: string) => {
  throw new Error(message);
};
const stop = (session: NativeSession, drainMs = 5000) => session.stop(() => end, drainMs);

afterEach(() => Promise.allSettled(sessions.splice(0).map((session) => stop(session, 0))));

test('a file: the preamble, the host before the first event, all events in order, the last frame', async () => {
  const path = join(folder, 'run.frames');
  const session = started(path);
  getuid(500);
  const counters = await stop(session);
  const stream = readFileSync(path);
  const frames = readFrames(stream);
  expect(frames[0]?.kind).toBe(kinds.header);
  expect(frames[1]?.value).toEqual([1, 1, 'fixture']);
  expect(frames.at(-1)?.kind).toBe(kinds.end);
  const events = eventsOf(frames);
  expect(events).toHaveLength(500);
  for (const event of events) expect(event).toMatchObject({ id: getuidId, host: 1, args: [] });
  expect(counters.written).toBe(500n);
  expect(counters.consumed).toBe(500n);
  expect(counters.bytes).toBe(BigInt(stream.length));
  expect(counters.decodeErrors).toBe(0n);
  expect(counters.error).toBeUndefined();
  expectExact(counters);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('a file that is there is written anew', async () => {
  const path = join(folder, 'old.frames');
  writeFileSync(path, 'x'.repeat(10_000));
  await stop(started(path));
  expect(readFrames(readFileSync(path)).map((frame) => frame.kind)).toEqual([kinds.header, kinds.end]);
});

test('text of the record is an argument of the frame', async () => {
  const path = join(folder, 'text.frames');
  const session = started(path);
  const made = join(folder, 'a folder \u{1f4c1}');
  mkdirSync(made);
  await stop(session);
  const [event] = eventsOf(readFrames(readFileSync(path)));
  expect(event?.id).toBe(83);
  expect(event?.args[0]).toBe(made);
});

test('global variables and maps reach the programs while they run', async () => {
  const path = join(folder, 'globals.frames');
  const session = started(path);
  getuid(1);
  session.setGlobal('answer', 0, u64(2n ** 63n + 1n));
  session.updateMap('scopes', u32(1), u64(5n));
  getuid(1);
  await stop(session);
  const fields = eventsOf(readFrames(readFileSync(path))).map((event) => [event.fields[7], event.fields[8]]);
  expect(fields).toEqual([
    [42n, 0n],
    [-(2n ** 63n) + 1n, 5n],
  ]);
});

test('counters tell what goes on', async () => {
  const session = started(join(folder, 'counters.frames'));
  getuid(100);
  await until('100 events written', () => session.counters().written === 100n);
  const { events, reader, queued } = session.counters();
  expect(events).toEqual([
    {
      id: getuidId,
      produced: 100n,
      delivered: 100n,
      ringFull: 0n,
      tooLarge: 0n,
      queueFull: 0n,
      filtered: 0n,
      throttled: 0n,
    },
  ]);
  expect({ reader, queued }).toEqual({ reader: true, queued: 0 });
});

test('idle threads sleep without end, and one event wakes them', async () => {
  const session = started(join(folder, 'idle.frames'));
  for (let round = 1; round <= 5; round++) {
    await delay(settleMs);
    const before = threadSwitches();
    expect(before).toHaveLength(2);
    await delay(300);
    expect(threadSwitches()).toEqual(before);
    getuid(1);
    await until('written', () => session.counters().written === BigInt(round));
  }
});

/** The consumer looks again 10 and 100 ms after the last record, and then no more (native/consumer.cc). */
const settleMs = 400;
const delay = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** How often each thread of the session has gone to sleep so far. */
function threadSwitches(): string[] {
  return readdirSync('/proc/self/task').flatMap((task) => {
    const status = readFileSync(`/proc/self/task/${task}/status`, 'utf8');
    return /^Name:\s+tracee-\w+$/m.test(status) ? (/^voluntary_ctxt_switches:.*$/m.exec(status)?.[0] ?? []) : [];
  });
}

test('the last frames are made from final counters', async () => {
  const session = started(join(folder, 'last.frames'));
  getuid(1000);
  let seen: unknown;
  const counters = await session.stop((last) => {
    seen = last.events;
    return end;
  }, 1000);
  expect(seen).toEqual(counters.events);
});

test('stop called twice is one stop', async () => {
  const path = join(folder, 'twice.frames');
  const session = started(path);
  const [first, second] = await Promise.all([stop(session), stop(session)]);
  expect(second).toBe(first);
  expect(await stop(session)).toBe(first);
  expect(readFrames(readFileSync(path)).filter((frame) => frame.kind === kinds.end)).toHaveLength(1);
});

test('a failure to make the last frames rejects, behind all that was received', async () => {
  const path = join(folder, 'thrown.frames');
  const session = started(path);
  getuid(10);
  const thrown = new Error('no end');
  await expect(session.stop(() => fail(thrown.message), 1000)).rejects.toThrow('no end');
  expect(eventsOf(readFrames(readFileSync(path)))).toHaveLength(10);
  const wrong = started(join(folder, 'wrong.frames'));
  await expect(wrong.stop(() => 'text' as never, 1000)).rejects.toThrow('stop: the function must give a Uint8Array');
});

test('injected frames, small and larger than a chunk, stand behind what was queued', async () => {
  const path = join(folder, 'injected.frames');
  const session = started(path);
  getuid(10);
  await until('10 events queued', () => session.counters().consumed === 10n);
  session.inject(Buffer.concat([statistics(1), makeFrame(99, Uint8Array.of(0xc0)), statistics(2, 700_000)]));
  await until('written', () => session.counters().bytes > 700_000n);
  getuid(1);
  await stop(session);
  const frames = readFrames(readFileSync(path)).map((frame) => frame.kind);
  const { header, dictionary, event, statistics: total, end } = kinds;
  expect(frames).toEqual([header, dictionary, ...Array(10).fill(event), total, 99, total, event, end]);
});

test('injected events count as produced', async () => {
  const path = join(folder, 'derived.frames');
  const session = started(path);
  getuid(1);
  await until('written', () => session.counters().written === 1n);
  const [event] = readFrames(readFileSync(path)).filter((frame) => frame.kind === kinds.event);
  session.inject(event?.bytes as Buffer);
  const counters = await stop(session);
  expect(counters.events).toEqual([
    {
      id: getuidId,
      produced: 2n,
      delivered: 2n,
      ringFull: 0n,
      tooLarge: 0n,
      queueFull: 0n,
      filtered: 0n,
      throttled: 0n,
    },
  ]);
});

test.each([
  ['a cut frame', statistics(1).subarray(0, 8)],
  ['no frame', Buffer.alloc(20)],
  ['an event of no id', makeFrame(kinds.event, Uint8Array.of(0xc0))],
])('misuse: %s is not injected', (_, bytes) => {
  const session = started(join(folder, 'misuse.frames'));
  expect(() => session.inject(bytes)).toThrow(/^inject: /);
});

test('a file repeats its dictionary, so that it can be read from a later place', async () => {
  const path = join(folder, 'long.frames');
  const session = started(path);
  for (let i = 0; i < 12; i++) {
    getuid(5000);
    await until('written', () => session.counters().queued === 0);
  }
  const counters = await stop(session);
  expectExact(counters);
  const stream = readFileSync(path);
  const places = readFrames(stream).filter((frame) => frame.kind === kinds.dictionary);
  expect(stream.length).toBeGreaterThan(10_000_000);
  expect(places).toHaveLength(3);
});

test('a FIFO waits for its reader, who gets everything', async () => {
  const path = makeFifo();
  const session = started(path);
  getuid(300);
  await until('encoded', () => session.counters().consumed === 300n);
  expect(session.counters().reader).toBe(false);
  const reader = new Reader(path);
  await until('reader', () => session.counters().reader);
  getuid(200);
  const counters = await stop(session);
  await reader.ended;
  const frames = readFrames(reader.bytes);
  expect(frames[0]?.kind).toBe(kinds.header);
  expect(frames.at(-1)?.kind).toBe(kinds.end);
  expect(eventsOf(frames)).toHaveLength(500);
  expectExact(counters);
});

test('a reader that goes is followed by the next, who gets header, dictionary and whole frames, and none is lost', async () => {
  const path = makeFifo();
  const session = started(path);
  const first = new Reader(path);
  getuid(100);
  await until('first reader has all', () => eventsOf(readFrames(first.bytes)).length === 100);
  await first.close();
  await until('gone', () => !session.counters().reader);
  getuid(50);
  const second = new Reader(path);
  await until('second reader has all', () => session.counters().written === 150n);
  const counters = await stop(session);
  await second.ended;
  const frames = readFrames(second.bytes);
  expect(frames.slice(0, 2).map((frame) => frame.kind)).toEqual([kinds.header, kinds.dictionary]);
  // what the first had may be lost with it: it comes again, flagged and in its place
  const [again, fresh] = [eventsOf(frames).slice(0, 100), eventsOf(frames).slice(100)];
  expect(again.map(keyOf)).toEqual(eventsOf(readFrames(first.bytes)).map(keyOf));
  expect(again.every(isResent)).toBe(true);
  expect(fresh).toHaveLength(50);
  expect(fresh.some(isResent)).toBe(false);
  expect(counters).toMatchObject({ written: 150n, resent: 100n });
  expectExact(counters);
});

test('a reader that goes in the middle of a frame: the next one begins with that frame, whole', async () => {
  const path = makeFifo();
  const session = started(path);
  const first = new Reader(path);
  await until('reader', () => session.counters().reader);
  first.pause();
  getuid(20_000);
  await until('the pipe is full', () => session.counters().queued > 1 << 20 && session.counters().consumed === 20_000n);
  await first.close();
  await until('gone', () => !session.counters().reader);
  const { written } = session.counters();
  const second = new Reader(path);
  const counters = await stop(session);
  await second.ended;
  const all = eventsOf(readFrames(second.bytes));
  const events = all.filter((event) => !isResent(event));
  expect(events).toHaveLength(20_000 - Number(written));
  expect(new Set(all.map(keyOf)).size).toBe(all.length);
  expect(counters.written).toBe(20_000n);
  expectExact(counters);
});

test("what a reader left in the pipe is the next one's, and what it had taken out comes again, flagged: none is missing", async () => {
  const path = makeFifo();
  const session = started(path);
  const taken = 100_000;
  const first = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  await until('reader', () => session.counters().reader);
  getuid(5_000);
  await until('written', () => session.counters().written === 5_000n);
  const head = Buffer.alloc(taken);
  expect(readSync(first, head)).toBe(taken);
  closeSync(first);
  await until('gone', () => !session.counters().reader);
  const seen = eventsOf(readFrames(head.subarray(0, wholeBytes(head))));
  expect(session.counters().written).toBe(BigInt(seen.length));
  const second = new Reader(path);
  const counters = await stop(session);
  await second.ended;
  const frames = readFrames(second.bytes);
  expect(frames.slice(0, 2).map((frame) => frame.kind)).toEqual([kinds.header, kinds.dictionary]);
  const next = eventsOf(frames);
  expect(next.filter(isResent).map(keyOf)).toEqual(seen.map(keyOf));
  expect(new Set(next.map(keyOf)).size).toBe(5_000);
  expect(next).toHaveLength(5_000);
  expect(counters).toMatchObject({ written: 5_000n, resent: BigInt(seen.length) });
  expectExact(counters);
});

test('what a reader left in the pipe and nobody comes for is lost, and counted so', async () => {
  const path = makeFifo();
  const session = started(path);
  const first = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  await until('reader', () => session.counters().reader);
  getuid(1_000);
  await until('written', () => session.counters().written === 1_000n);
  closeSync(first);
  await until('gone', () => !session.counters().reader);
  const counters = await stop(session, 100);
  expect(counters).toMatchObject({ written: 0n, queueFull: 1_000n });
  expectExact(counters);
});

test('a second reader that goes at once: the third gets what either may not have worked off, once', async () => {
  const path = makeFifo();
  const session = started(path);
  const first = new Reader(path);
  getuid(3_000);
  await until('first reader has all', () => eventsOf(readFrames(first.bytes)).length === 3_000);
  await first.close();
  await until('gone', () => !session.counters().reader);
  getuid(2_000);
  await until('encoded', () => session.counters().consumed === 5_000n);
  const second = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  await until('reader', () => session.counters().reader);
  const head = Buffer.alloc(100_000);
  await until('all is written', () => session.counters().written === 5_000n);
  expect(readSync(second, head)).toBe(head.length);
  closeSync(second);
  await until('gone', () => !session.counters().reader);
  const third = new Reader(path);
  const counters = await stop(session);
  await third.ended;
  const events = eventsOf(readFrames(third.bytes));
  expect(new Set(events.map(keyOf)).size).toBe(5_000);
  expect(events).toHaveLength(5_000);
  expect(events.map(isResent)).toEqual(events.map((_, at) => at < 3_000));
  expect(counters.written).toBe(5_000n);
  expectExact(counters);
});

test('of what a reader had, a megabyte at most comes again', async () => {
  const path = makeFifo();
  const session = started(path);
  const first = new Reader(path);
  getuid(20_000);
  await until('all is read', () => first.bytes.length > 3_000_000 && session.counters().written === 20_000n);
  await until(
    'whole',
    () => wholeBytes(first.bytes) === first.bytes.length && eventsOf(readFrames(first.bytes)).length === 20_000,
  );
  await first.close();
  await until('gone', () => !session.counters().reader);
  getuid(1);
  const second = new Reader(path);
  await until('second reader has all', () => session.counters().written === 20_001n);
  const counters = await stop(session);
  await second.ended;
  const again = readFrames(second.bytes).filter((frame) => eventsOf([frame]).some(isResent));
  const [oldest, ...others] = again.map((frame) => frame.bytes.length);
  const bytes = others.reduce((sum, length) => sum + length, 0);
  expect(bytes).toBeLessThanOrEqual(1 << 20);
  expect(bytes + (oldest as number)).toBeGreaterThanOrEqual(1 << 20);
  expect(eventsOf(again).map(keyOf)).toEqual(eventsOf(readFrames(first.bytes)).slice(-again.length).map(keyOf));
  expect(counters).toMatchObject({ written: 20_001n, resent: BigInt(again.length) });
  expectExact(counters);
});

/** Bytes of the whole frames at the beginning. */
function wholeBytes(stream: Buffer): number {
  let at = 0;
  for (;;) {
    const size = at + 6 <= stream.length ? 6 + stream.readUInt32BE(at + 1) : Number.POSITIVE_INFINITY;
    if (at + size > stream.length) return at;
    at += size;
  }
}

test('a descriptor stays open, and its flags as they were', async () => {
  const path = makeFifo();
  const reader = new Reader(path);
  const fd = openSync(path, constants.O_WRONLY);
  const session = started(fd);
  getuid(10);
  const counters = await stop(session);
  expect(fstatSync(fd).isFIFO()).toBe(true);
  expect(readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8')).toMatch(/^flags:\s+0*2?100001$/m);
  closeSync(fd);
  await reader.ended;
  expect(eventsOf(readFrames(reader.bytes))).toHaveLength(10);
  expectExact(counters);
});

test('the reader of a descriptor that goes ends the writing, at once and once', async () => {
  const path = makeFifo();
  const reader = new Reader(path);
  const fd = openSync(path, constants.O_WRONLY);
  const messages: string[] = [];
  const session = started(fd, (message) => messages.push(message));
  getuid(10);
  await until('written', () => session.counters().written === 10n);
  await reader.close();
  await until('told', () => messages.length > 0);
  getuid(10);
  const counters = await stop(session);
  closeSync(fd);
  expect(messages).toEqual([`write: descriptor ${fd}: its reader has gone`]);
  expect(counters).toMatchObject({ written: 10n, queueFull: 10n, error: messages[0], reader: false });
  expectExact(counters);
});

test('a full device ends the writing with a clear error', async () => {
  const messages: string[] = [];
  const session = started('/dev/full', (message) => messages.push(message));
  getuid(10);
  await until('told', () => messages.length > 0);
  const counters = await stop(session);
  expect(messages).toEqual([expect.stringMatching(/^write: \/dev\/full: No space left on device \(.+\)$/)]);
  expect(counters.written).toBe(0n);
  expectExact(counters);
});

test('a file that may not grow ends with its last whole frame', () => {
  const path = join(folder, 'limited.frames');
  const command = [
    '--fsize=300000',
    process.execPath,
    join(__dirname, 'fixtures', 'write_file.js'),
    addonPath(),
    object,
    path,
  ];
  const { errors, written, queueFull } = JSON.parse(execFileSync('prlimit', command).toString());
  expect(errors).toEqual([`write: ${path}: File too large (raise the limit: ulimit -f)`]);
  const stream = readFileSync(path);
  expect(stream.length).toBeGreaterThan(299_000);
  expect(eventsOf(readFrames(stream))).toHaveLength(written);
  expect(written + queueFull).toBe(5000);
});

test('a target that cannot be opened', () => {
  const path = join(folder, 'none', 'run.frames');
  expect(() => started(path)).toThrow(`start: ${path}: No such file or directory`);
  expect(() => started(99_999)).toThrow('start: descriptor 99999: Bad file descriptor');
  const readOnly = openSync('/dev/null', 'r');
  expect(() => started(readOnly)).toThrow(/open for writing is needed/);
  closeSync(readOnly);
});

test('a start that failed can be tried again', async () => {
  const session = new native.Session();
  sessions.push(session);
  session.load(forProcess(object, process.pid));
  session.attach(['enter']);
  expect(() => session.start({ target: join(folder, 'none', 'x'), preamble: header, queueBytes }, fail)).toThrow(
    'start: ',
  );
  const path = join(folder, 'again.frames');
  session.start({ target: path, preamble: header, queueBytes }, fail);
  getuid(3);
  await stop(session);
  expect(eventsOf(readFrames(readFileSync(path))).length).toBeGreaterThanOrEqual(3);
});

test('sorted: what waits to be sorted has not passed', async () => {
  const session = new native.Session();
  sessions.push(session);
  session.load(forProcess(object, process.pid));
  session.attach(['enter']);
  session.start({ target: join(folder, 'sorted.frames'), preamble: header, queueBytes, sorted: true }, fail);
  for (let round = 0; round < 5; round++) {
    const before = performance.now();
    getuid(10);
    const positions = session.waitForPrograms();
    await until('they have passed', () => session.hasPassed(positions));
    // records wait 20 ms for earlier ones
    expect(performance.now() - before).toBeGreaterThan(19);
  }
  expect(session.hasPassed(session.waitForPrograms())).toBe(true);
});
