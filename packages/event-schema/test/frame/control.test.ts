import fc from 'fast-check';
import {
  contextFields,
  encodeDictionary,
  encodeEnd,
  encodeHeader,
  encodeLoss,
  encodeStatistics,
  events,
  FrameReader,
  FrameWriter,
  fingerprint,
  formatVersion,
  type LossReason,
  lossReasons,
} from '../../src';
import { agreed, decodeFrames, eventsOf, readAll } from '../independent';

const u64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const counts = fc.record({
  id: fc.nat(65535),
  produced: u64,
  delivered: u64,
  ringFull: u64,
  tooLarge: u64,
  queueFull: u64,
});
const totals = { produced: u64, delivered: u64, lost: u64, events: fc.array(counts, { maxLength: 4 }) };
const header = encodeHeader();
const noEvents = encodeHeader({ events: [] });
const behindHeader = (frame: Buffer) => Buffer.concat([noEvents, frame]);
const only = (frame: Buffer) => readAll(agreed(behindHeader(frame)))[1]?.value;

describe('header', () => {
  test('describes this build unless told otherwise', () => {
    const [first] = readAll(agreed(header));
    expect(first?.value).toMatchObject({
      format: formatVersion,
      fingerprint,
      events: events.map(({ id, name, args }) => ({
        id,
        name,
        args: args.map((a) => ({ name: a.name, type: a.type })),
      })),
      context: contextFields.map(({ name, type }) => ({ name, type })),
      bootTime: 0n,
    });
  });

  test('carries what it is given', () => {
    const given = {
      events: events
        .slice(0, 2)
        .map(({ id, name, args }) => ({ id, name, args: args.map((a) => ({ name: a.name, type: a.type })) })),
      bootTime: 2n ** 60n + 1n,
      startTime: 2n ** 60n + 2n,
      host: 'web-\udcff',
      kernel: '6.1.0-18-amd64',
      arch: 'x86_64',
      collector: '0.1.0',
      cpus: 64,
      transport: 'ringbuf',
      probes: 'typed',
    };
    expect(readAll(agreed(encodeHeader(given)))[0]?.value).toMatchObject(given);
  });

  test('times are u64 however small', () => {
    const at = encodeHeader({ bootTime: 1n }).indexOf('bootTime') + 8;
    expect(encodeHeader({ bootTime: 1n })[at]).toBe(0xcf);
  });
});

describe('loss', () => {
  test('any record survives', () => {
    const reason = fc.constantFrom(...(Object.keys(lossReasons) as LossReason[]));
    const loss = fc.record({
      timestamp: u64,
      cpu: fc.nat(65535),
      reason,
      eventId: fc.option(fc.nat(65534)),
      count: u64,
      firstTimestamp: u64,
      lastTimestamp: u64,
    });
    fc.assert(fc.property(loss, (given) => expect(only(encodeLoss(given))).toEqual(given)));
    fc.assert(
      fc.property(loss, u64, (given, cgroupId) =>
        expect(only(encodeLoss({ ...given, cgroupId }))).toEqual({ ...given, cgroupId }),
      ),
    );
  });

  test('a reason that is not known is said to be unknown', () => {
    const frame = encodeLoss({
      timestamp: 1n,
      cpu: 1,
      reason: 'ringFull',
      eventId: 1,
      count: 1n,
      firstTimestamp: 1n,
      lastTimestamp: 1n,
    });
    frame[frame.indexOf(Buffer.of(0xcc, lossReasons.ringFull)) + 1] = 99;
    expect(readAll(behindHeader(frame))[1]?.value).toMatchObject({ reason: 'unknown', eventId: 1 });
  });
});

describe('statistics and end', () => {
  test('any statistics survive', () => {
    const statistics = fc.record({ time: u64, ...totals, queued: fc.integer({ min: 0, max: 2 ** 32 - 1 }) });
    fc.assert(fc.property(statistics, (given) => expect(only(encodeStatistics(given))).toEqual(given)));
  });

  test('any end survives', () => {
    const end = fc.record({ ...totals, reason: fc.constantFrom('stopped', 'duration', 'error'), duration: u64 });
    fc.assert(fc.property(end, (given) => expect(only(encodeEnd(given))).toEqual(given)));
  });

  test('events may be left out, and a queue beyond 4 GiB is exact', () => {
    const statistics = { time: 1n, produced: 1n, delivered: 1n, lost: 0n, queued: 2 ** 33 + 1 };
    expect(readAll(behindHeader(encodeStatistics(statistics)))[1]?.value).toEqual({ ...statistics, events: [] });
  });

  test('an end frame makes the stream complete, a new header opens the next', () => {
    const reader = new FrameReader({});
    reader.push(header);
    expect(reader.ended).toBe(false);
    reader.push(encodeEnd({ produced: 0n, delivered: 0n, lost: 0n, reason: 'stopped', duration: 1n }));
    expect(reader.ended).toBe(true);
    reader.push(header);
    expect(reader.ended).toBe(false);
  });
});

describe('dictionary', () => {
  const container = {
    id: 'c'.repeat(64),
    image: 'nginx:1',
    digest: 'sha256:0',
    name: 'web',
    podName: 'p',
    podNamespace: 'n',
    podUid: 'u',
    runtime: 'containerd',
  };

  test('entries hold for the events behind them, until they are defined again', () => {
    const writer = new FrameWriter().header();
    const event = () =>
      writer.event({ eventName: 'close', hostName: 'a', executablePath: '/bin/\udcff', containerId: 'old' }).take();
    const again = [
      encodeDictionary({ dictionary: 'host', index: 1, value: 'b' }),
      encodeDictionary({ dictionary: 'container', index: 1, value: container }),
    ];
    const seen = eventsOf(Buffer.concat([event(), ...again, event()]));
    expect(seen[0]).toMatchObject({
      hostName: 'a',
      executablePath: '/bin/\udcff',
      containerId: 'old',
      containerImage: '',
      podUID: '',
    });
    expect(seen[1]).toMatchObject({
      hostName: 'b',
      executablePath: '/bin/\udcff',
      containerId: container.id,
      containerImage: 'nginx:1',
      containerImageDigest: 'sha256:0',
      containerName: 'web',
      podName: 'p',
      podNamespace: 'n',
      podUID: 'u',
      containerRuntime: 'containerd',
    });
  });

  test('labels of a container follow its fields, as many as there are', () => {
    const labels = { app: 'shop', 'example.org/tier': '' };
    const writer = new FrameWriter().header().event({ eventName: 'close', containerId: 'c', containerLabels: labels });
    writer.event({ eventName: 'close', containerId: 'c' });
    const seen = eventsOf(agreed(writer.take()));
    expect(seen.map(({ containerId, containerLabels }) => [containerId, containerLabels])).toEqual([
      ['c', labels],
      ['c', {}],
    ]);
  });

  test('each string is sent once', () => {
    const writer = new FrameWriter().header();
    for (let i = 0; i < 3; i++) writer.event({ eventName: 'close', hostName: 'a', executablePath: '/bin/ls' });
    expect(decodeFrames(agreed(writer.take())).map(({ kind }) => kind)).toEqual([1, 3, 3, 2, 2, 2]);
  });

  test('an entry of the caller is referred to, and forgotten when its index is given anew', () => {
    const writer = new FrameWriter().header({ events: [] });
    writer.dictionary({ dictionary: 'host', index: 7, value: 'a' }).event({ eventName: 'close', hostName: 'a' });
    writer.dictionary({ dictionary: 'host', index: 7, value: 'b' });
    for (const hostName of ['b', 'a', 'c']) writer.event({ eventName: 'close', hostName });
    const bytes = agreed(writer.take());
    expect(decodeFrames(bytes).map(({ kind }) => kind)).toEqual([1, 3, 2, 3, 2, 3, 2, 3, 2]);
    expect(eventsOf(bytes).map(({ hostName }) => hostName)).toEqual(['a', 'b', 'a', 'c']);
  });

  test('an index that was never defined stands for nothing', () => {
    const writer = new FrameWriter().header();
    writer.event({ eventName: 'close', hostName: 'a', containerId: 'c' });
    expect(eventsOf(Buffer.concat([header, lastFrame(writer.take())]))[0]).toMatchObject({
      hostName: '',
      containerId: '',
      executablePath: '',
    });
  });

  test('any index of 32 bits', () => {
    const frame = encodeDictionary({ dictionary: 'host', index: 0xffffffff, value: 'far' });
    expect(() => readAll(Buffer.concat([header, frame]))).not.toThrow();
  });
});

function lastFrame(frames: Buffer): Buffer {
  let at = 0;
  while (at + 6 + frames.readUInt32BE(at + 1) < frames.length) at += 6 + frames.readUInt32BE(at + 1);
  return frames.subarray(at);
}
