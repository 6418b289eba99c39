import { writeFileSync } from 'node:fs';
import { FrameReader, FrameWriter } from '@tracee/event-schema';
import { type EngineRecord, event, type Finding, type Meta } from '../../src/index';
import { reduced } from '../../src/suppress/reduce';
import { readSuppressionFile } from '../../src/suppress/suppression_file';
import { temporaryDirectory } from '../cli/directory';

const path = temporaryDirectory();
const read = (text: string) => {
  writeFileSync(path('known.yaml'), text);
  return readSuppressionFile(path('known.yaml'));
};

/** Findings at these seconds of the same signature; what comes through, and what is said. */
function through(text: string, findings: readonly { at: number; pathname?: string; data?: Finding['data'] }[]) {
  const shown: number[] = [];
  const records: string[] = [];
  const sink = reduced(read(text), {
    finding: ({ event: { timestamp } }) => shown.push(Number(timestamp / 1_000_000_000n)),
    record: ({ kind, message, count, timestamp }: EngineRecord) =>
      records.push(`${kind} ${message} ${count} at ${timestamp / 1_000_000_000n}`),
    flush: () => undefined,
    end: () => Promise.resolve(),
  });
  const meta = { id: 'ACME-1', name: 'opens' } as Meta;
  for (const { at, pathname = '/a', data = {} } of findings) {
    const context = { timestamp: BigInt(at) * 1_000_000_000n, processName: 'backup', userId: 33 };
    const bytes = new FrameWriter()
      .header()
      .event(event('openat', { pathname }, context))
      .take();
    new FrameReader({ event: (one) => sink.finding({ meta, event: one, data, ancestors: [] }) }).push(bytes);
  }
  void sink.end();
  return { shown, records, counts: sink.suppression.counts() };
}

test('what is known and accepted does not come through, and is counted with its reason', () => {
  const text = `
suppress:
  - signature: opens
    where: { processName: backup, args.pathname: { startsWith: /var/ }, userId: [0, 33] }
    reason: the nightly backup
`;
  const { shown, counts } = through(text, [
    { at: 1, pathname: '/var/lib' },
    { at: 2, pathname: '/etc' },
    { at: 3, pathname: '/var/x' },
  ]);
  expect(shown).toEqual([2]);
  expect(counts).toEqual([{ signature: 'opens', reason: 'the nightly backup', count: 2 }]);
});

test('an entry ends with its expiry, in the time of the events', () => {
  const text = `suppress: [{ signature: ACME-1, reason: migration, expires: '1970-01-01T00:00:10Z' }]`;
  expect(through(text, [{ at: 9 }, { at: 10 }, { at: 11 }]).shown).toEqual([10, 11]);
});

test('the data of a finding, numbers and other signatures', () => {
  const text = `
suppress:
  - { signature: '*', where: { data.n: { ge: 5 } }, reason: large }
  - { signature: OTHER-1, reason: not this one }
`;
  expect(
    through(text, [
      { at: 1, data: { n: 4 } },
      { at: 2, data: { n: 5n } },
    ]).shown,
  ).toEqual([1]);
});

test('repetitions are counted, and the count is said when the time is over', () => {
  const text = 'deduplicate: { within: 10s }';
  const { shown, records } = through(text, [
    { at: 0 },
    { at: 1 },
    { at: 10 },
    { at: 11 },
    { at: 12, data: { other: 1 } },
  ]);
  expect(shown).toEqual([0, 11, 12]);
  expect(records).toEqual(['closing 2 more findings repeated 2 at 10']);
});

test('what is over a limit is held back, and never in silence', () => {
  const text = 'limit: { count: 2, within: 10s }';
  const { shown, records } = through(text, [{ at: 0 }, { at: 1 }, { at: 2 }, { at: 3 }, { at: 20 }]);
  expect(shown).toEqual([0, 1, 20]);
  expect(records).toEqual(['held-back 2 more findings over the limit and held back 2 at 3']);
});

test.each([
  ['no reason', 'suppress:\n  - signature: A-1\n', /known\.yaml:2:5: suppress\.0\.reason: /],
  [
    'a misspelt key',
    'suppress:\n  - { signature: A-1, reason: r, were: {} }\n',
    /known\.yaml:2:5: suppress\.0: .*were/,
  ],
  [
    'a bad expiry',
    'suppress:\n  - signature: A-1\n    reason: r\n    expires: soon\n',
    /known\.yaml:4:14: suppress\.0\.expires/,
  ],
  ['a bad duration', 'limit:\n  count: 1\n  within: soon\n', /known\.yaml:3:11: limit\.within: must be a duration/],
  ['no YAML', 'suppress: [\n', /known\.yaml:\d+:\d+: /],
])('a file that is wrong says where: %s', (_, text, expected) => {
  expect(() => read(text)).toThrow(expected);
});

test('a file that is not there', () => {
  expect(() => readSuppressionFile(path('none'))).toThrow(/none: no such file or directory/);
});
