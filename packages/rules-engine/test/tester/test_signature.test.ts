import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Handlers, Meta, Signature, SignatureClass } from '../../src/index';
import { event } from '../../src/index';
import { firingProblems, quietProblems, unreadableProblems } from '../../src/tester/problems';

const signature = (on: Handlers): SignatureClass =>
  class implements Signature {
    readonly meta = { name: 'tried' } as Meta;
    readonly on = on;
  };

const opens = [event('openat', { pathname: '/a' }), event('openat', { pathname: '/b' })];
const data = { size: 2n ** 60n, bytes: new Uint8Array([1]), more: { list: [1, null, 'x'] } };
const firesOnB = signature({ openat: ({ args }) => (args.pathname === '/b' ? { data } : undefined) });

test('a case that fires as said has no problems', async () => {
  expect(await firingProblems(firesOnB, { name: '', events: opens, data })).toEqual([]);
});

test('a case that should fire and does not', async () => {
  expect(await firingProblems(firesOnB, { name: '', events: opens.slice(0, 1) })).toEqual(['0 findings, not 1: ']);
});

test('other data than said, to the last digit', async () => {
  const [problem] = await firingProblems(firesOnB, {
    name: '',
    events: opens,
    data: { ...data, size: 2n ** 60n + 1n },
  });
  expect(problem).toBe(
    'data is {"size":1152921504606846976,"bytes":"AQ==","more":{"list":[1,null,"x"]}}, not {"size":1152921504606846977,"bytes":"AQ==","more":{"list":[1,null,"x"]}}',
  );
});

test('another number of findings than said', async () => {
  const firesAlways = signature({ openat: () => ({}) });
  expect(await firingProblems(firesAlways, { name: '', events: opens })).toEqual(['2 findings, not 1: {} {}']);
  expect(await firingProblems(firesAlways, { name: '', events: opens, findings: 2 })).toEqual([]);
});

test('a quiet case that fires', async () => {
  expect(await quietProblems(firesOnB, { name: '', events: opens })).toEqual([
    expect.stringMatching(/^fires, with data \{"size"/),
  ]);
});

test('a handler that throws is a problem of both kinds of case', async () => {
  const throws = signature({
    openat: () => {
      throw new TypeError('oh');
    },
  });
  expect((await quietProblems(throws, { name: '', events: opens }))[0]).toMatch(
    /the handler of openat failed: TypeError: oh/,
  );
  expect((await firingProblems(throws, { name: '', events: opens, findings: 0 }))[0]).toMatch(/TypeError: oh/);
});

test('every case begins with a new signature', async () => {
  class Counts implements Signature {
    readonly meta = { name: 'counts' } as Meta;
    seen = 0;
    readonly on = { openat: () => (++this.seen === 2 ? {} : undefined) } satisfies Handlers;
  }
  for (let i = 0; i < 2; i++) expect(await firingProblems(Counts, { name: '', events: opens })).toEqual([]);
});

test.each([
  ['passes', "'/b'", 0],
  ['fails', "'/c'", 1],
])('without a runner of its own it uses that of Node: %s', (_, pathname, status) => {
  const script = `
    const { event, testSignature } = require(${JSON.stringify(resolve(__dirname, '../..'))});
    class Tried { meta = { name: 'tried' }; on = { openat: ({ args }) => (args.pathname === '/b' ? {} : undefined) }; }
    testSignature(Tried, {
      fires: [{ name: 'one', events: [event('openat', { pathname: ${pathname} })] }],
      quiet: [{ name: 'another', events: [event('openat', { pathname: '/a' })] }],
    });`;
  const { NODE_OPTIONS, NODE_TEST_CONTEXT, ...env } = process.env;
  const ended = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8', env });
  expect({ status: ended.status, ran: /fires: one/.test(ended.stdout) }).toEqual({ status, ran: true });
});

test('a handler that trusts its arguments is found out', async () => {
  const trusts = signature({ openat: ({ args }) => ((args.pathname as string).startsWith('/') ? undefined : {}) });
  expect(await unreadableProblems(trusts)).toEqual([expect.stringMatching(/the handler of openat failed: TypeError/)]);
  expect(await unreadableProblems(firesOnB)).toEqual([]);
  expect(await unreadableProblems(signature({ openat: () => ({}) }))).toEqual([]);
});

test('what an async handler finds is waited for', async () => {
  const later = signature({
    openat: async ({ args }) => {
      await new Promise(setImmediate);
      return { data: { pathname: args.pathname } };
    },
  });
  expect(await firingProblems(later, { name: '', events: opens, findings: 2, data: { pathname: '/b' } })).toEqual([]);
  expect(await quietProblems(later, { name: '', events: opens.slice(0, 1) })).toEqual([
    'fires, with data {"pathname":"/a"}',
  ]);
});
