import { readFileSync } from 'node:fs';
import { contextFields, type EventDefinition, events } from '@tracee/event-schema';
import { contextStruct } from '@tracee/event-schema/dist/generate/kernel_header';
import { encode } from './native/encode';
import { kinds, readFrames } from './native/frames';
import { makeRecord } from './native/records';

const getpid = events.find(({ name }) => name === 'getpid') as EventDefinition;
const executableDictionary = 3;
const executableField = contextFields.findIndex(({ name }) => name === 'executable');
/** RECORD_PROGRAM of bpf-core/include/record.h, and its struct program_args. */
const program = 0xfffe;
const argsBytes = 16;
const layout = contextStruct();
const fault = 0xffff;

/** A process; pids of the tests are above what a kernel gives. */
interface Process {
  readonly pid: number;
  readonly start: bigint;
}
const a: Process = { pid: 5_000_001, start: 70_000_000_000n };
const b: Process = { pid: 5_000_002, start: 80_000_000_000n };

const contextOf = ({ pid, start }: Process, time: number) => ({
  hostProcessId: BigInt(pid),
  processStartTime: start,
  timestamp: BigInt(time),
});
const seen = (process: Process, time = 100): Buffer =>
  makeRecord(getpid, {
    context: { ...contextOf(process, time), eventId: BigInt(getpid.id) },
    host: Buffer.alloc(0),
    args: [],
  });

/** Notes of one CPU; numbers follow each other. */
function notes() {
  let number = 0n;
  const note = (of: Process, time: number, child: Process | undefined, pathname: string): Buffer => {
    const text = Buffer.from(pathname);
    const args = Buffer.alloc(argsBytes);
    args.writeBigUInt64LE(child?.start ?? 0n, 0);
    args.writeUInt32LE(child?.pid ?? 0, 8);
    args.writeUInt16LE(text.length > 0 ? layout.size + argsBytes : 0, 12);
    args.writeUInt16LE(text.length > 0 ? text.length : fault, 14);
    const context = Buffer.alloc(layout.size);
    context.writeUInt16LE(program, layout.offsets.event_id);
    context.writeUInt32LE(of.pid, layout.offsets.host_pid);
    context.writeBigUInt64LE(of.start, layout.offsets.process_start);
    context.writeBigUInt64LE(BigInt(time), layout.offsets.timestamp);
    context.writeBigUInt64LE(number++, layout.offsets.sequence);
    return Buffer.concat([context, args, text]);
  };
  return {
    fork: (parent: Process, child: Process, time = 0) => note(parent, time, child, ''),
    exec: (process: Process, pathname: string, time = 0) => note(process, time, undefined, pathname),
    lose: () => {
      number++;
    },
  };
}

/** Executables of the events, as a reader sees them. */
function executablesOf(...records: Buffer[]): (string | undefined)[] {
  return executablesIn(records);
}

function executablesIn(records: readonly Buffer[]): (string | undefined)[] {
  const meaning = new Map<unknown, string>([[0, '']]);
  const found: (string | undefined)[] = [];
  for (const { kind, value } of readFrames(encode(records))) {
    const values = value as unknown[];
    if (kind === kinds.event) found.push(meaning.get(values[executableField]));
    else if (kind === kinds.dictionary && values[0] === executableDictionary) meaning.set(values[1], String(values[2]));
  }
  return found;
}

/** This process, as its events would have it. */
function own(): Process {
  const stat = readFileSync('/proc/self/stat', 'latin1');
  const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] as string;
  return { pid: process.pid, start: BigInt(ticks) * 10_000_000n + 1234n };
}

test('what an execution tells holds from its moment on, and what was there before until then', () => {
  const { exec } = notes();
  expect(executablesOf(exec(a, '/bin/x', 50), seen(a, 50), seen(a, 60), seen(a, 49))).toEqual(['/bin/x', '/bin/x', '']);
  const again = notes();
  const twice = [again.exec(a, '/bin/x', 50), again.exec(a, '/bin/y', 60)];
  expect(executablesOf(...twice, seen(a, 55), seen(a, 60), seen(a, 55))).toEqual(['/bin/x', '/bin/y', '/bin/x']);
});

test('a child has the program its parent had at the fork, until it executes another', () => {
  const { fork, exec } = notes();
  const story = [exec(a, '/bin/sh', 10), fork(a, b, 20), exec(a, '/bin/other', 30)];
  expect(executablesOf(...story, seen(b, 40), seen(a, 40))).toEqual(['/bin/sh', '/bin/other']);
  expect(executablesOf(...story, exec(b, '/bin/ls', 50), seen(b, 45), seen(b, 55))).toEqual(['/bin/sh', '/bin/ls']);
});

test('a number that is given again is another process', () => {
  const { exec } = notes();
  const later = { pid: a.pid, start: a.start + 1n };
  expect(executablesOf(exec(a, '/bin/x'), exec(later, '/bin/y'), seen(later), seen(a), seen(later))).toEqual([
    '/bin/y',
    '/bin/x',
    '/bin/y',
  ]);
});

test('a process that no note told of is as /proc has it, if it is the same; its children too', () => {
  const self = own();
  const { fork } = notes();
  expect(executablesOf(seen(self))).toEqual([process.execPath]);
  expect(executablesOf(seen({ ...self, start: self.start + 20_000_000n }))).toEqual(['']);
  expect(executablesOf(fork(self, a), seen(a))).toEqual([process.execPath]);
  expect(executablesOf(seen(a))).toEqual(['']);
});

test('where a note was lost, nothing that was known before is taken for true', () => {
  const all = notes();
  const self = own();
  const before = [all.exec(a, '/bin/x'), all.exec(self, '/bin/wrong')];
  expect(executablesOf(...before, seen(self), seen(a))).toEqual(['/bin/wrong', '/bin/x']);
  all.lose();
  const behind = all.exec(b, '/bin/y');
  expect(executablesOf(...before, behind, seen(self), seen(a), seen(b))).toEqual([process.execPath, '', '/bin/y']);
});

test('an executable is told once, before its first event; what could not be read is none', () => {
  const { exec } = notes();
  const frames = readFrames(
    encode([exec(a, '/bin/x'), seen(a), exec(b, '/bin/x'), seen(b), exec(a, '', 200), seen(a, 300)]),
  );
  expect(
    frames.map(({ kind, value }) => {
      const values = value as unknown[];
      return kind === kinds.event ? values[executableField] : values;
    }),
  ).toEqual([[executableDictionary, 1, '/bin/x'], 1, 1, 0]);
});

test('paths of every length, as they are', () => {
  const { exec } = notes();
  const lengths = [1, 255, 1000, 4000, 4096];
  const paths = lengths.map((length) => `/${'x'.repeat(length - 1)}`);
  const records = paths.flatMap((path, i) => [exec(a, path, 2 * i), seen(a, 2 * i + 1)]);
  expect(executablesOf(...records)).toEqual(paths);
});

test('executables without end take the oldest index anew, and what had it is asked of /proc again', () => {
  const { exec } = notes();
  const self = own();
  const many = Array.from({ length: 5000 }, (_, i) => `/bin/${i}`);
  const records = [exec(self, '/bin/self'), seen(self), ...many.flatMap((path, i) => [exec(a, path, i), seen(a, i)])];
  expect(executablesOf(...records, seen(self), seen(a, 4999))).toEqual([
    '/bin/self',
    ...many,
    process.execPath,
    many.at(-1),
  ]);
});

test('processes without end: those that are met stay, the rest is forgotten', () => {
  const { fork, exec } = notes();
  const child = (i: number): Process => ({ pid: 6_000_000 + i, start: BigInt(i) });
  const records = [exec(a, '/bin/sh'), exec(b, '/bin/idle')];
  for (let i = 0; i < 80_000; i++) {
    records.push(fork(a, child(i), i));
    if (i % 10_000 === 0) records.push(seen(child(i), i + 1));
  }
  records.push(seen(a), seen(b), seen(child(79_000), 1e6), seen(child(1), 1e6));
  const found = executablesIn(records);
  expect(found).toEqual([...Array(8).fill('/bin/sh'), '/bin/sh', '', '/bin/sh', '']);
});

test('a note that is cut is none', () => {
  const { exec } = notes();
  const whole = exec(a, '/bin/x');
  expect(executablesOf(whole.subarray(0, layout.size + 8), seen(a))).toEqual(['']);
  expect(executablesOf(whole.subarray(0, -1), seen(a))).toEqual(['']);
});
