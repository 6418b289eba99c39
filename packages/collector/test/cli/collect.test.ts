import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type End, events, FrameReader } from '@tracee/event-schema';
import { collect } from '../../src/cli/collect';
import { type Options, parseOptions } from '../../src/cli/options';
import { counted, type FakeOptions, type FakeSession, fakeNative } from '../fake_native';

let native: ReturnType<typeof fakeNative>;
jest.mock('../../src/load_native', () => ({ loadNative: () => native }));
jest.mock('../../src/btf/source', () => ({
  chooseSource: () => {},
  withSource: (_native: unknown, _source: unknown, use: (programs: object) => unknown) => use({}),
}));
jest.mock('../../src/kernel/requirements', () => ({ checkMachine: () => {}, thisMachine: () => ({}) }));

let dir: string;
const path = (name: string) => join(dir, name);
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'collect-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.removeAllListeners(signal);
});

/** Runs the command against a fake kernel; `ready` is called when it says so. */
async function run(args: string[], fake: FakeOptions = {}, ready: (session: FakeSession) => void = () => {}) {
  native = fakeNative(fake);
  const said: string[] = [];
  const say = (level: string) => (message: unknown) => {
    said.push(`${level}: ${message}`);
    if (`${message}`.startsWith('ready')) setImmediate(() => ready(native.sessions.at(-1) as FakeSession));
  };
  const log = { error: say('error'), warn: say('warn'), info: say('info'), debug: say('debug') };
  await collect(parseOptions(args, events) as Options, log as never);
  return said;
}

function endOf(file: string): End | undefined {
  let end: End | undefined;
  const reader = new FrameReader({
    end: (last) => {
      end = last;
    },
  });
  reader.push(readFileSync(file));
  reader.finish();
  return end;
}

it('says ready, stops at the duration, ends the capture, and sums up', async () => {
  const said = await run(
    ['-o', `frames=${path('run.frames')}`, '-d', '50ms', '-t', 'event=openat', '--ready-file', path('ready')],
    {},
    (session) => {
      expect(readFileSync(path('ready'), 'utf8')).toBe(`${process.pid}\n`);
      session.events = [counted(257, 12345n, 5n)];
    },
  );
  expect(said).toEqual([
    'debug: probe: openat: tracepoint sys_exit',
    'debug: privileges: bpf, perfmon, dac_read_search are left',
    `info: ready: 1 events (typed probes) to ${path('run.frames')}`,
    expect.stringMatching(/^info: stopped: 12,340 events, 5 lost, 0\.\d s$/),
  ]);
  expect(endOf(path('run.frames'))).toMatchObject({ reason: 'duration', produced: 12345n, lost: 5n });
  expect(existsSync(path('ready'))).toBe(false);
});

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('stops at %s', async (signal) => {
  const said = await run(['-o', `frames=${path('run.frames')}`], {}, () => process.emit(signal));
  expect(said.at(-1)).toMatch(/^info: stopped: 0 events, 0 lost/);
  expect(endOf(path('run.frames'))?.reason).toBe('stopped');
});

it('hands a FIFO to the addon by its path', async () => {
  await run(['-o', `frames=${path('pipe')}`, '-d', '1ms']);
  expect(native.sessions[0]?.sink?.target).toBe(path('pipe'));
  expect(statSync(path('pipe')).isFIFO()).toBe(true);
});

it('a reader that has gone is an end like any other', async () => {
  const said = await run(['-o', `frames=${path('run.frames')}`], {}, (session) =>
    session.fail('write: standard output: EPIPE'),
  );
  expect(said.at(-1)).toMatch(/^info: stopped/);
});

it('any other failure of writing is an error of the output, and the session is stopped', async () => {
  const ran = run(['-o', `frames=${path('run.frames')}`, '--ready-file', path('ready')], {}, (session) =>
    session.fail('write: run.frames: ENOSPC'),
  );
  await expect(ran).rejects.toMatchObject({ code: 'output', message: 'write: run.frames: ENOSPC' });
  expect(native.sessions[0]?.calls.at(-1)?.[0]).toBe('stop');
  expect(endOf(path('run.frames'))?.reason).toBe('error');
  expect(existsSync(path('ready'))).toBe(false);
});

it('says what is unavailable, a line for each cause', async () => {
  const said = await run(['-o', `frames=${path('run.frames')}`, '-d', '1ms', '-t', 'event=execve,exit,openat'], {
    refuse: { syscall_enter: 'ENOENT' },
  });
  expect(said.slice(0, 3)).toEqual([
    'debug: probe: openat: tracepoint sys_exit',
    'debug: unavailable: execve, exit: tracepoint sys_enter: ENOENT',
    'warn: 2 of 3 events cannot be had here: execve, exit: ENOENT',
  ]);
  expect(said[4]).toMatch(/^info: ready: 1 events/);
});

it('a wrong output, or a wrong filter, touches nothing', async () => {
  await expect(run(['-o', 'jsno'])).rejects.toMatchObject({ code: 'usage' });
  await expect(run(['-o', `frames=${path('pipe')}`, '-t', 'event=opnat'])).rejects.toMatchObject({ code: 'usage' });
  expect(native.sessions).toEqual([]);
  expect(existsSync(path('pipe'))).toBe(false);
});

it('a ready file that cannot be written stops the session', async () => {
  const ran = run(['-o', `frames=${path('run.frames')}`, '--ready-file', path('none/ready')]);
  await expect(ran).rejects.toMatchObject({ code: 'output' });
  expect(native.sessions[0]?.calls.at(-1)?.[0]).toBe('stop');
});
