import type { EventInput } from '@tracee/event-schema';
import { count, event, type Handlers, type Meta, type SignatureClass, sequence, step } from '../../src/index';
import { evictions } from '../../src/state/evictions';
import { firingProblems } from '../../src/tester/problems';

const Class = (on: () => Handlers): SignatureClass =>
  class {
    readonly meta = { name: 'tried' } as Meta;
    readonly on = on();
  };

const at = (seconds: number, one: EventInput, hostProcessId = 7): EventInput => ({
  ...one,
  hostProcessId,
  timestamp: BigInt(seconds) * 1_000_000_000n,
});
const open = (pathname: string) => event('openat', { pathname });
const connect = event('connect', { sockfd: 3 });

const Steals = Class(() =>
  sequence([
    step('openat', {
      where: ({ args }) => args.pathname.eq('/etc/shadow'),
      keep: ({ args }) => ({ pathname: args.pathname }),
    }),
    step('connect', { keep: ({ args }) => ({ fd: args.sockfd }) }),
  ])
    .by('process')
    .within('30s'),
);

test.each([
  ['in order', 1, [at(0, open('/etc/shadow')), at(1, open('/a')), at(30, connect)]],
  ['too late', 0, [at(0, open('/etc/shadow')), at(31, connect)]],
  ['a later beginning counts', 1, [at(0, open('/etc/shadow')), at(29, open('/etc/shadow')), at(31, connect)]],
  ['in the other order', 0, [at(0, connect), at(1, open('/etc/shadow'))]],
  ['of two processes', 0, [at(0, open('/etc/shadow')), at(1, connect, 8)]],
  ['each needs its own beginning', 1, [at(0, open('/etc/shadow')), at(1, connect), at(2, connect)]],
])('a sequence: %s', async (_, findings, events) => {
  const data = { pathname: '/etc/shadow', fd: 3 };
  expect(await firingProblems(Steals, { name: '', events, findings, data })).toEqual([]);
});

test('steps on the same event: one event is one step', async () => {
  const Twice = Class(() =>
    sequence([
      step('openat', { when: ({ args }) => args.pathname !== null }),
      step('openat', { where: ({ args }) => args.pathname.startsWith('/b') }),
    ])
      .by('process')
      .within('5s'),
  );
  expect(await firingProblems(Twice, { name: '', events: [at(0, open('/b'))], findings: 0 })).toEqual([]);
  expect(await firingProblems(Twice, { name: '', events: [at(0, open('/a')), at(1, open('/b'))] })).toEqual([]);
});

test('three steps, of which the middle one must not be missing', async () => {
  const steps = ['/1', '/2', '/3'].map((path) => step('openat', { where: ({ args }) => args.pathname.eq(path) }));
  const Three = Class(() => sequence(steps).by('process').within('5s'));
  const run = (paths: string[], findings: number) =>
    firingProblems(Three, { name: '', events: paths.map((path, i) => at(i, open(path))), findings });
  expect(await run(['/1', '/2', '/3'], 1)).toEqual([]);
  expect(await run(['/1', '/3'], 0)).toEqual([]);
  expect(await run(['/1', '/2', '/2', '/3'], 1)).toEqual([]);
});

test('the keys of a sequence are bounded, and what is given up is counted', () => {
  const signature = {
    meta: {} as Meta,
    on: sequence([step('openat'), step('connect')])
      .by('process')
      .within('5s', { max: 2 }),
  };
  const handler = signature.on.openat as unknown as { handle: (event: never) => unknown };
  for (let id = 0; id < 5; id++) handler.handle({ hostProcessId: id, processStartTime: 0n, timestamp: 1n } as never);
  expect(evictions(signature)).toBe(3);
});

test('a count within a time', async () => {
  const Many = Class(() => count(3).of(step('connect')).by('process').within('10s'));
  const run = (times: number[], findings: number) =>
    firingProblems(Many, { name: '', events: times.map((time) => at(time, connect)), findings, data: { count: 3 } });
  expect(await run([0, 5, 10], 1)).toEqual([]);
  expect(await run([0, 5, 11], 0)).toEqual([]);
  expect(await run([0, 5, 11, 14], 1)).toEqual([]);
  expect(await run([0, 1, 2, 3, 4, 5], 2)).toEqual([]);
});

test('a count of different things', async () => {
  const Wide = Class(() =>
    count(3)
      .of(step('openat'))
      .distinct((one) => (one.args as { pathname: string | null }).pathname ?? undefined)
      .by('process')
      .within('10s'),
  );
  const run = (paths: string[], findings: number) =>
    firingProblems(Wide, { name: '', events: paths.map((path, i) => at(i, open(path))), findings });
  expect(await run(['/a', '/a', '/a', '/b'], 0)).toEqual([]);
  expect(await run(['/a', '/b', '/a', '/c'], 1)).toEqual([]);
});

test('what makes no sense is refused at the start', () => {
  expect(() => sequence([step('openat')])).toThrow('sequence: 1 steps');
  expect(() => count(1).of(step('openat'))).toThrow('count: 1');
  expect(() =>
    count(3)
      .of(step('openat'))
      .by('no' as never)
      .within('5s'),
  ).toThrow('by: "no": no such key');
});
