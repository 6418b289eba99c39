import { FrameReader, FrameWriter } from '@tracee/event-schema';
import { event, jsonLine, type Meta } from '../../src/index';
import { jsonValue } from '../../src/output/json_value';

const meta: Meta = {
  id: 'ACME-1',
  name: 'reads_a_file',
  title: 'Something was read',
  version: '1.2.3',
  severity: 'low',
  tactic: 'collection',
  technique: { id: 'T1005', name: 'Data from Local System' },
  description: 'Only --list shows this.',
  misses: ['much'],
};

test('a finding is the documented line', () => {
  const lines: string[] = [];
  const writer = new FrameWriter()
    .header({ bootTime: 1_700_000_000_000_000_000n })
    .event(
      event(
        'openat',
        { pathname: '/\udcff"\n', flags: 1 },
        { timestamp: 9_007_199_254_740_993n, hostProcessId: 4242, processId: 7, containerId: 'c1' },
      ),
    );
  new FrameReader({
    event: (one) => lines.push(jsonLine({ meta, event: one, data: { inode: 2n ** 64n - 1n }, ancestors: [] })),
  }).push(writer.take());
  const [line = ''] = lines;
  expect(line.endsWith('}\n') && line.indexOf('\n') === line.length - 1).toBe(true);
  expect(line).toMatch(/^\{"timestamp":1709007199254740993,"signature":\{/);
  expect(line).toContain('"data":{"inode":18446744073709551615}');
  const finding = JSON.parse(line);
  expect(Object.keys(finding)).toEqual(['timestamp', 'signature', 'event', 'data', 'enrichment']);
  const { title, description, misses, ...sent } = meta;
  expect(finding.signature).toEqual(sent);
  expect(finding.event).toMatchObject({ eventName: 'openat', hostProcessId: 4242, processId: 7, containerId: 'c1' });
  expect(finding.event.args[1]).toEqual({ name: 'pathname', type: 'string', value: '/\udcff"\n' });
});

test('an event that was sent before is named by its CPU and sequence', () => {
  const lines: string[] = [];
  const once = { ...event('getpid', {}, { processorId: 3, sequence: 2n ** 61n + 7n }) };
  const writer = new FrameWriter()
    .header()
    .event(once)
    .event({ ...once, contextFlags: { resent: true } });
  new FrameReader({ event: (one) => lines.push(jsonLine({ meta, event: one, data: {}, ancestors: [] })) }).push(
    writer.take(),
  );
  expect(lines[0]).not.toContain('resent');
  expect(lines[1]).toMatch(
    /"contextFlags":\{[^}]*"resent":true\}.*,"resent":\{"processor":3,"sequence":2305843009213693959\}\}\n$/,
  );
});

test.each([
  ['no container', {}, undefined],
  ['a container that has its id alone', { containerId: 'c1', containerRuntime: 'docker' }, 'missing'],
  ['a container with a name', { containerId: 'c1', containerName: 'web' }, undefined],
  ['a container with an image', { containerId: 'c1', containerImage: 'nginx' }, undefined],
  ['the sandbox of a pod', { containerId: 'c1', podName: 'web-1' }, undefined],
])('a finding says that what is known of a container is not all: %s', (_, context, expected) => {
  const told: unknown[] = [];
  const writer = new FrameWriter().header().event(event('openat', {}, context));
  new FrameReader({
    event: (one) => told.push(JSON.parse(jsonLine({ meta, event: one, data: {}, ancestors: [] })).enrichment),
  }).push(writer.take());
  expect(told).toEqual([expected]);
});

test.each([
  ['text', 'a"\u2028\udc80', '"a\\"\u2028\\udc80"'],
  ['a number', -1.5, '-1.5'],
  ['a number that JSON does not have', Number.NaN, 'null'],
  ['a bigint', -(2n ** 63n), '-9223372036854775808'],
  ['bytes', new Uint8Array([0, 255, 1]).subarray(1), '"/wE="'],
  ['null', null, 'null'],
  ['nested values', { a: [1n, { b: true }] }, '{"a":[1,{"b":true}]}'],
])('a value: %s', (_, value, expected) => expect(jsonValue(value)).toBe(expected));
