import { type EventInput, FrameReader, FrameWriter } from '@tracee/event-schema';
import {
  Engine,
  event,
  type Failure,
  type Finding,
  type Handlers,
  type Meta,
  neededEvents,
  type Signature,
} from '../../src/index';

const signature = (name: string, on: Handlers): Signature => ({ meta: { name } as Meta, on });

/** What comes of these events: names of signatures with their data, and failures. */
function run(
  signatures: Signature[],
  events: EventInput[] = [event('openat', { pathname: '/a' }), event('close', { fd: 3 })],
) {
  const found: string[] = [];
  const failed: Failure[] = [];
  const lines: Finding[] = [];
  const records: string[] = [];
  const engine = new Engine(signatures, {
    found: (finding) => {
      found.push(`${finding.meta.name} ${JSON.stringify(finding.data)}`);
      lines.push(finding);
    },
    failed: (failure) => failed.push(failure),
    recorded: ({ kind, meta, message }) => records.push(`${kind} ${meta.name} ${message}`),
  });
  const reader = new FrameReader({ event: (one) => engine.match(one) });
  const feed = (inputs: readonly EventInput[]) => {
    const writer = new FrameWriter().header();
    for (const one of inputs) writer.event(one);
    reader.push(writer.take());
  };
  feed(events);
  return { found, failed, lines, records, engine, feed };
}

test('each event goes to those who asked for it, in the order of the signatures', () => {
  const { found } = run([
    signature('first', { openat: ({ args }) => ({ data: { path: args.pathname } }), close: () => undefined }),
    signature('second', { close: ({ args }) => ({ data: { fd: args.fd } }), openat: () => ({}) }),
  ]);
  expect(found).toEqual(['first {"path":"/a"}', 'second {}', 'second {"fd":3}']);
});

test('needed events, once each and sorted', () => {
  expect(
    neededEvents([
      signature('a', { ptrace: () => undefined, close: () => undefined }),
      signature('b', { close: () => undefined }),
    ]),
  ).toEqual(['close', 'ptrace']);
});

test('a signature that throws hurts no other, is reported once, counted always, and asked again', () => {
  let asked = 0;
  const { found, failed, engine } = run(
    [
      signature('bad', {
        openat: () => {
          if (++asked === 3) return {};
          throw new Error('no');
        },
      }),
      signature('good', { openat: () => ({}) }),
    ],
    [1, 2, 3].map(() => event('openat')),
  );
  expect(found).toEqual(['good {}', 'good {}', 'bad {}', 'good {}']);
  expect(failed.map(({ meta, error }) => `${meta.name}: ${error}`)).toEqual(['bad: Error: no']);
  expect(engine.failures()).toEqual([{ name: 'bad', count: 2 }]);
});

test.each([
  ['true', true, /answered true/],
  ['text', 'found', /answered found/],
  ['null', null, /answered null/],
])('an answer that is no detection is a failure: %s', async (_, answer, expected) => {
  const { found, failed } = run([
    signature('odd', { openat: () => answer as never }),
    signature('good', { openat: () => ({}) }),
  ]);
  expect(found).toEqual(['good {}']);
  expect(String(failed[0]?.error)).toMatch(expected);
  await new Promise(setImmediate);
});

test('data that cannot be taken is the failure of its signature', () => {
  const engine = new Engine([signature('odd', { openat: () => ({}) })], {
    found: () => {
      throw new RangeError('a circle');
    },
    failed: () => {},
  });
  const writer = new FrameWriter().header().event(event('openat'));
  new FrameReader({ event: (one) => engine.match(one) }).push(writer.take());
  expect(engine.failures()).toEqual([{ name: 'odd', count: 1 }]);
});

test('a name that is no event is refused', () => {
  expect(() => run([signature('odd', { opennat: () => undefined } as Handlers)])).toThrow(
    'subscribe: odd: no event is named opennat',
  );
});

const openAt = (seconds: number, pathname = '/a') =>
  event('openat', { pathname }, { timestamp: BigInt(Math.floor(seconds * 1e9)) });

test('an async handler has a copy of its event, and its finding comes later', async () => {
  const { found, engine } = run(
    [
      signature('later', {
        openat: async ({ args }) => {
          await new Promise(setImmediate);
          return { data: { path: args.pathname } };
        },
      }),
    ],
    [openAt(1, '/a'), openAt(2, '/b')],
  );
  expect(found).toEqual([]);
  await engine.settled();
  expect(found).toEqual(['later {"path":"/a"}', 'later {"path":"/b"}']);
});

test('an async handler that fails is a failure', async () => {
  const { failed, engine } = run([signature('later', { openat: () => Promise.reject(new Error('no')) })]);
  await engine.settled();
  expect(String(failed[0]?.error)).toBe('Error: no');
});

test('an async handler that does not answer is not asked without end', async () => {
  const events = Array.from({ length: 150 }, () => openAt(1));
  const { engine } = run([signature('never', { openat: () => new Promise(() => {}) })], events);
  expect(engine.remarks()).toEqual([]);
  const { engine: other } = run([signature('never', { openat: async () => new Promise(() => {}) })], events);
  expect(other.remarks()).toEqual(['signature never was too busy for 50 events']);
});

const failing = () => {
  throw new Error('no');
};

test('a signature that fails a hundred times within a minute of event time is asked no more', () => {
  const { engine, records } = run(
    [signature('bad', { openat: failing }), signature('good', { openat: () => ({}) })],
    Array.from({ length: 150 }, (_, i) => openAt(i / 3)),
  );
  expect(engine.failures()).toEqual([{ name: 'bad', count: 100 }]);
  expect(records).toEqual([
    'failed bad failed on openat: Error: no',
    'quarantined bad not asked any more (failures): it failed 100 times within 60 s',
  ]);
});

test('failures that are rare are no reason', () => {
  const { engine } = run(
    [signature('bad', { openat: failing })],
    Array.from({ length: 150 }, (_, i) => openAt(i)),
  );
  expect(engine.failures()).toEqual([{ name: 'bad', count: 150 }]);
});

test('conditions come before the handler, and may be all there is', () => {
  let asked = 0;
  const { found } = run([
    signature('sees', {
      openat: {
        where: ({ args }) => args.pathname.eq('/b'),
        handle: () => {
          asked++;
          return {};
        },
      },
    }),
    signature('declares', { close: { where: ({ args }) => args.fd.eq(3) } }),
  ]);
  expect({ found, asked }).toEqual({ found: ['declares {}'], asked: 0 });
});

test('a finding is handed to the signatures that build on it, not without end', () => {
  const echo = (name: string, of: string): Signature => ({
    ...signature(name, { execve: () => undefined }),
    onFinding: { [of]: ({ data }) => ({ data: { ...data, by: name } }) },
  });
  const { found } = run([
    signature('first', { close: () => ({ data: { n: 1 } }) }),
    echo('second', 'first'),
    echo('a', '*'),
  ]);
  expect(found).toEqual(['first {"n":1}', 'second {"n":1,"by":"second"}', 'a {"n":1,"by":"a"}', 'a {"n":1,"by":"a"}']);
  const endless = run([signature('first', { close: () => ({}) }), echo('b', '*'), echo('c', '*')]);
  expect(endless.found.length).toBeLessThan(20);
});

test('ancestors: from forks, with the program of each', () => {
  const process = (hostProcessId: number, start: bigint, processName: string) => ({
    hostProcessId,
    processStartTime: start,
    processName,
  });
  const fork = (parent: ReturnType<typeof process>, child: number, start: bigint, child_tid = child) =>
    event('sched_process_fork', { child_pid: child, child_tid, start_time: start }, parent);
  const { lines } = run(
    [signature('opens', { openat: () => ({}) })],
    [
      fork(process(1, 1n, 'init'), 2, 2n),
      event('sched_process_exec', { pathname: '/usr/sbin/nginx' }, process(2, 2n, 'nginx')),
      fork(process(2, 2n, 'nginx'), 2, 9n, 3),
      fork(process(2, 2n, 'nginx'), 4, 4n),
      event('sched_process_exec', { pathname: '/bin/sh' }, process(4, 4n, 'sh')),
      event('openat', {}, process(4, 4n, 'sh')),
      event('openat', {}, process(4, 5n, 'another of this id')),
    ],
  );
  expect(
    lines.map(({ ancestors }) => ancestors.map(({ executable, hostProcessId }) => `${hostProcessId}${executable}`)),
  ).toEqual([['2/usr/sbin/nginx', '1'], []]);
});

test('ancestors: of processes that ran before, which are told by start in steps of 10 ms', () => {
  const { engine, lines, feed } = run([signature('opens', { openat: () => ({}) })], []);
  const running = (hostProcessId: number, hostParentProcessId: number, startTime: bigint) =>
    engine.learn({ hostProcessId, hostParentProcessId, startTime, processName: `p${hostProcessId}`, executable: '' });
  for (let id = 1; id <= 8; id++) running(id, id - 1, BigInt(id) * 10_000_000n);
  const opened = (hostProcessId: number, processStartTime: bigint, parent = {}) =>
    event('openat', {}, { hostProcessId, processStartTime, ...parent });
  feed([
    opened(8, 89_999_999n),
    opened(8, 90_000_000n),
    opened(2, 20_000_000n),
    opened(99, 95_000_000n, { hostParentProcessId: 3, parentStartTime: 35_000_000n }),
    event(
      'sched_process_fork',
      { child_pid: 50, child_tid: 50, start_time: 97n },
      { hostProcessId: 2, processStartTime: 20_000_000n },
    ),
    opened(50, 97n),
  ]);
  expect(lines.map(({ ancestors }) => ancestors.map(({ processName }) => processName).join(' '))).toEqual([
    'p7 p6 p5 p4 p3',
    '',
    'p1',
    'p3 p2 p1',
    'p2 p1',
  ]);
});

test('other signatures from now on: those that stay keep their state', () => {
  class Counts {
    readonly meta = { name: 'counts' } as Meta;
    seen = 0;
    readonly on: Handlers = { openat: () => ({ data: { seen: ++this.seen } }) };
  }
  const [stays, goes, comes] = [new Counts(), signature('goes', { openat: () => ({}) }), new Counts()];
  const { found, engine, feed } = run([stays, goes], [openAt(1)]);
  engine.use([stays, comes]);
  feed([openAt(2)]);
  expect(found).toEqual(['counts {"seen":1}', 'goes {}', 'counts {"seen":2}', 'counts {"seen":1}']);
});
