import { FrameReader, FrameWriter, findEvent, type LazyEvent } from '../../src';
import { agreed } from '../independent';

/** A frame of any kind and payload, for what no writer makes. */
const frame = (kind: number, payload: readonly number[]) => {
  const head = Buffer.alloc(6, 0xc9);
  head.writeUInt32BE(payload.length, 1);
  head.writeInt8(kind, 5);
  return Buffer.concat([head, Buffer.from(payload)]);
};

const stream = agreed(
  new FrameWriter()
    .header()
    .event({ eventName: 'openat', args: { pathname: '/etc/shadow' } })
    .event({ eventName: 'ptrace', args: { request: 16n, pid: 4 } })
    .event({ eventName: 'openat', args: { pathname: '/etc/passwd' } })
    .take(),
);

const namesIn = (reader: (seen: (event: LazyEvent) => void) => FrameReader, bytes = stream) => {
  const names: string[] = [];
  const it = reader((event) => names.push(event.eventName));
  it.push(bytes);
  it.finish();
  return { names, counts: [it.events, it.skipped, it.unknownEvents, it.unknownKinds] };
};

describe('selection', () => {
  test('all events', () => {
    const { names, counts } = namesIn((event) => new FrameReader({ event }));
    expect(names).toEqual(['openat', 'ptrace', 'openat']);
    expect(counts).toEqual([3, 0, 0, 0]);
  });

  test('some events; the rest are skipped and counted', () => {
    const { names, counts } = namesIn((event) => new FrameReader({ event }, ['ptrace', 'no_such_event']));
    expect(names).toEqual(['ptrace']);
    expect(counts).toEqual([1, 2, 0, 0]);
  });

  test('may change between events', () => {
    const names: string[] = [];
    const reader: FrameReader = new FrameReader({
      event(event) {
        names.push(event.eventName);
        reader.select(['ptrace']);
      },
    });
    reader.push(stream);
    expect(names).toEqual(['openat', 'ptrace']);
  });

  test('what was not asked for is not looked at: its arguments may be damaged', () => {
    const damaged = Buffer.from(stream);
    damaged.fill(0xc1, damaged.indexOf('/etc/shadow') - 3, damaged.indexOf('/etc/shadow') + 11);
    const { names } = namesIn((event) => new FrameReader({ event }, ['ptrace']), damaged);
    expect(names).toEqual(['ptrace']);
  });
});

describe('what a reader does not know', () => {
  test('kinds of frames are skipped and counted, also empty ones and negative kinds', () => {
    const bytes = Buffer.concat([frame(77, [1, 2, 3]), stream, frame(-3, []), frame(127, [0xc1])]);
    const { names, counts } = namesIn((event) => new FrameReader({ event }), bytes);
    expect(names).toHaveLength(3);
    expect(counts).toEqual([3, 0, 0, 3]);
  });

  test('event ids are skipped and counted', () => {
    const other = { id: 60000, name: 'from_the_future', args: [] };
    const unknown = new FrameWriter().header({ fingerprint: '0', events: [other] });
    unknown.take();
    unknown.event({ eventName: 'from_the_future' } as never);
    const { names, counts } = namesIn((event) => new FrameReader({ event }), Buffer.concat([stream, unknown.take()]));
    expect(names).toHaveLength(3);
    expect(counts).toEqual([3, 0, 1, 0]);
  });

  test('dictionaries are skipped', () => {
    const entry = frame(3, [0xdc, 0, 3, 0xcc, 9, 0xce, 0, 0, 0, 1, 0xda, 0, 1, 0x61]);
    const { counts } = namesIn((event) => new FrameReader({ event }), Buffer.concat([stream, entry]));
    expect(counts).toEqual([3, 0, 0, 0]);
  });
});

describe('a stream behind a stream', () => {
  test('has its own header and dictionaries', () => {
    const one = (host: string, bootTime: bigint) =>
      new FrameWriter().header({ bootTime }).event({ eventName: 'close', hostName: host, timestamp: 5n }).take();
    const second = new FrameWriter().header({ bootTime: 9n }).event({ eventName: 'close', timestamp: 5n }).take();
    const seen: unknown[] = [];
    const reader = new FrameReader({ event: (event) => seen.push([event.hostName, event.unixTime]) });
    for (const bytes of [one('a', 10n), one('b', 20n), second]) reader.push(bytes);
    reader.finish();
    expect(seen).toEqual([
      ['a', 15n],
      ['b', 25n],
      ['', 14n],
    ]);
    expect(reader.header?.bootTime).toBe(9n);
  });
});

describe('a handler that throws', () => {
  test('ends the reading with its own error, also for later calls', () => {
    const failure = new Error('the handler failed');
    const reader = new FrameReader({
      event() {
        throw failure;
      },
    });
    expect(() => reader.push(stream)).toThrow(failure);
    expect(() => reader.push(stream)).toThrow(failure);
    expect(() => reader.finish()).toThrow(failure);
    expect(reader.events).toBe(1);
  });
});

test('the ids in this test are ours', () => {
  expect(findEvent('openat')?.id).toBe(257);
  expect(findEvent(101)?.name).toBe('ptrace');
  expect(findEvent('no_such_event')).toBeUndefined();
  expect(findEvent(60000)).toBeUndefined();
});
