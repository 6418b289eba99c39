import { closeSync, existsSync, openSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { loadNative } from '../src/load_native';
import type { NativeSession } from '../src/native';
import { until } from './native/counts';
import { compileFixture, folder, forProcess, getuid, u32, u64 } from './native/fixture';

const native = loadNative();
const object = compileFixture();
const options = forProcess(object, process.pid);
const sessions: NativeSession[] = [];

function newSession(): NativeSession {
  const session = new native.Session();
  sessions.push(session);
  return session;
}
function loadedSession(): NativeSession {
  const session = newSession();
  session.load(options);
  return session;
}
function errorOf(act: () => unknown): Error & { code?: string; log?: string } {
  try {
    act();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}
const last = () => new Uint8Array();

afterEach(async () => {
  for (const session of sessions.splice(0)) await session.stop(last, 0);
});

test('the module tells the version of libbpf', () => {
  expect(native.libbpf).toMatch(/^\d+\.\d+$/);
});

test('a program and the sizes of maps are taken, and load returns nothing', () => {
  expect(newSession().load(options)).toBeUndefined();
});

test('an object that is not there', () => {
  const error = errorOf(() => newSession().load({ ...options, object: join(folder, 'none.bpf.o') }));
  expect(error.message).toBe(`load: ${folder}/none.bpf.o: No such file or directory (build it: npm run build)`);
  expect(error.code).toBe('ENOENT');
});

test('a file that is not an object', () => {
  const error = errorOf(() => newSession().load({ ...options, object: __filename }));
  expect(error.message).toMatch(/^load: .*native_load\.test\.ts: .+/);
  expect(error.message).not.toContain('\n');
});

test('what the verifier refuses: its own word in the message, all it said in the log', () => {
  const error = errorOf(() => newSession().load({ ...options, programs: ['refused'] }));
  expect(error.message).toMatch(/^load: program refused: R\d invalid mem access '\w+' \(Permission denied\)$/);
  expect(error.code).toBe('EACCES');
  expect(error.log?.split('\n').length).toBeGreaterThan(3);
  expect(error.log).toContain('-- BEGIN PROG LOAD LOG --');
});

test('an object of other event definitions', () => {
  const other = { ...options, constants: { schema_fingerprint: u64(1n) } };
  const error = errorOf(() => newSession().load(other));
  expect(error.message).toMatch(/built from other event definitions than the addon \(build both: npm run build\)$/);
});

test('after a failure the same session may load again', () => {
  const session = newSession();
  expect(() => session.load({ ...options, programs: ['refused'] })).toThrow();
  session.load(options);
  expect(session.attach(['enter'])).toEqual([{ program: 'enter' }]);
});

test('a program that cannot be attached is reported and stops no other', () => {
  const session = newSession();
  session.load({ ...options, programs: ['absent', 'enter'] });
  const [absent, enter] = session.attach(['absent', 'enter']);
  expect(absent?.program).toBe('absent');
  expect(absent?.error).toMatch(/no_such_tracepoint.*No such file or directory/);
  expect(enter).toEqual({ program: 'enter' });
});

test('a link that is closed from outside is told, and made again; another file in its place is left alone', () => {
  const session = loadedSession();
  const links = () =>
    readdirSync('/proc/self/fd').filter((fd) => {
      try {
        return /bpf_link/.test(readlinkSync(`/proc/self/fd/${fd}`));
      } catch {
        return false; // of the listing itself
      }
    });
  const before = links();
  session.attach(['enter']);
  expect(session.repairLinks()).toEqual([]);
  const [link] = links().filter((fd) => !before.includes(fd));
  closeSync(Number(link));
  expect(session.repairLinks()).toEqual([{ program: 'enter', found: 'its descriptor was closed' }]);
  expect(session.repairLinks()).toEqual([]);
  const [again] = links().filter((fd) => !before.includes(fd));
  closeSync(Number(again));
  const other = openSync('/dev/null', 'r');
  expect(String(other)).toBe(again);
  expect(session.repairLinks()).toEqual([{ program: 'enter', found: 'its descriptor is another file' }]);
  closeSync(other);
});

test('maps take and give up entries of their sizes', () => {
  const session = loadedSession();
  session.updateMap('scopes', u32(7), u64(1n));
  session.deleteFromMap('scopes', u32(7));
  const error = errorOf(() => session.deleteFromMap('scopes', u32(7)));
  expect(error.message).toBe('deleteFromMap: scopes: No such file or directory');
  expect(error.code).toBe('ENOENT');
});

test('a full map', () => {
  const session = loadedSession();
  const error = errorOf(() => {
    for (let key = 0; key < 100; key++) session.updateMap('scopes', u32(key), u64(1n));
  });
  expect(error.code).toBe('E2BIG');
});

test('programs go into a map of programs', () => {
  const session = newSession();
  session.load({ ...options, programs: ['enter', 'tail'] });
  session.setProgram('tails', 0, 'tail');
  expect(errorOf(() => session.setProgram('tails', 9, 'tail')).code).toBe('E2BIG');
});

const misuses: [string, (session: NativeSession) => unknown, string][] = [
  ['load twice', (s) => s.load(options), 'load: this session has loaded already'],
  ['a program that is not there', (s) => s.attach(['none']), 'attach: program none: not in'],
  ['a program that was not loaded', (s) => s.attach(['tail']), 'attach: program tail: not loaded'],
  ['a map that is not there', (s) => s.updateMap('none', u32(1), u32(1)), 'updateMap: map none: not in'],
  ['a key of another size', (s) => s.updateMap('scopes', u64(1n), u64(1n)), 'updateMap: scopes: a key of 8 bytes'],
  ['a value of another size', (s) => s.updateMap('scopes', u32(1), u32(1)), 'updateMap: scopes: a value of 4 bytes'],
  ['a variable that is not there', (s) => s.setGlobal('none', 0, u32(1)), 'setGlobal: none: the object has no such'],
  ['a constant after loading', (s) => s.setGlobal('target', 0, u32(1)), 'setGlobal: target: the object has no such'],
  [
    'past the end of a variable',
    (s) => s.setGlobal('answer', 4, u64(1n)),
    'setGlobal: answer: 8 bytes at 4 (it has 8)',
  ],
  ['a map of no programs', (s) => s.setProgram('scopes', 0, 'enter'), 'setProgram: map scopes: not a map of programs'],
  ['a program that is not loaded', (s) => s.setProgram('tails', 0, 'tail'), 'setProgram: program tail: not loaded'],
  ['frames before the start', (s) => s.inject(new Uint8Array()), 'inject: not started'],
];
test.each(misuses)('misuse: %s', (_, act, message) => {
  const session = loadedSession();
  expect(errorOf(() => act(session)).message).toContain(message);
});

const wrongOptions: [string, object, string][] = [
  ['ring size', { ringBytes: 5000 }, 'load: ringBytes: a power of two'],
  ['no ring size', { ringBytes: undefined }, 'load: ringBytes: an integer'],
  ['program name', { programs: ['none'] }, 'load: program none: not in'],
  ['programs', { programs: 'enter' }, 'load: programs: an array'],
  ['constant name', { constants: { none: u32(1) } }, 'load: constant none: the object has none'],
  ['constant size', { constants: { target: u64(1n) } }, 'load: constant target: 8 bytes for 4'],
  ['constant value', { constants: { target: 1 } }, 'load: constants: each must be a Uint8Array'],
];
test.each(wrongOptions)('misuse: wrong %s', (_, wrong, message) => {
  expect(errorOf(() => newSession().load({ ...options, ...wrong })).message).toContain(message);
});

test('misuse: nothing is loaded', () => {
  for (const act of [
    (s: NativeSession) => s.attach([]),
    (s: NativeSession) => s.setGlobal('answer', 0, u64(1n)),
    (s: NativeSession) => s.start({ target: 1, preamble: new Uint8Array(), queueBytes: 1 }, () => {}),
  ]) {
    expect(errorOf(() => act(newSession())).message).toMatch(/not loaded|nothing is loaded/);
  }
});

test('stop before load, and after it, resolves with nothing counted; the session is then done', async () => {
  const fresh = newSession();
  expect(await fresh.stop(last, 0)).toMatchObject({ written: 0n, consumed: 0n, events: [] });
  const session = loadedSession();
  session.attach(['enter']);
  const stopped = await session.stop(last, 0);
  expect(await session.stop(last, 0)).toBe(stopped);
  expect(() => session.attach(['enter'])).toThrow('nothing is loaded');
  expect(() => session.load(options)).toThrow('is stopped');
});

test('an addon that cannot be loaded: what was tried and what to do', () => {
  const none = join(folder, 'none.node');
  expect(existsSync(none)).toBe(false);
  expect(() => loadNative(__dirname, { TRACEE_ADDON: none })).toThrow(
    `load addon: ${none}: there is no such file (TRACEE_ADDON names it: correct that, or unset it)`,
  );
  expect(() => loadNative(folder, {})).toThrow(
    /build it: npm run build; it needs .*libbpf-dev.*\n {2}tried with Node v/s,
  );
  expect(() => loadNative(__dirname, { TRACEE_ADDON: object })).toThrow(/load addon: .*tiny\.bpf\.o: /);
});

test('a program that is loaded and attached again has the maps of the first, until the older goes', async () => {
  const session = loadedSession();
  session.attach(['enter']);
  session.loadMore(['enter']);
  session.attach(['enter']);
  session.start({ target: openSync('/dev/null', 'w'), preamble: new Uint8Array(), queueBytes: 1 << 20 }, () => {});
  getuid(10);
  await until('twice', () => session.counters().consumed === 20n);
  session.detach(['enter'], true);
  getuid(10);
  await until('once', () => session.counters().consumed === 30n);
  session.detach(['enter'], false);
  getuid(10);
  expect((await session.stop(last, 1000)).consumed).toBe(30n);
  expect(errorOf(() => loadedSession().loadMore(['none'])).message).toMatch(/^load: program none: not in /);
});
