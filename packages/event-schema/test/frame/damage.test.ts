import {
  encodeEnd,
  encodeHeader,
  encodeLoss,
  encodeStatistics,
  FrameError,
  type FrameErrorCode,
  FrameReader,
  FrameWriter,
  frameErrors,
} from '../../src';
import { contextOffsets } from '../../src/frame/format';

const header = encodeHeader({ events: [] });
const writer = new FrameWriter().header();
writer.take();
const event = writer
  .event({ eventName: 'openat', args: { dirfd: 3, pathname: '/etc/shadow', flags: 2, mode: 0 } })
  .take();
const loss = encodeLoss({
  timestamp: 1n,
  cpu: 0,
  reason: 'ringFull',
  eventId: null,
  count: 1n,
  firstTimestamp: 1n,
  lastTimestamp: 1n,
});
const totals = { produced: 1n, delivered: 1n, lost: 0n };
const statistics = encodeStatistics({ time: 1n, ...totals, queued: 0 });
const end = encodeEnd({ ...totals, reason: 'stopped', duration: 1n });

const head = 6;
const args = head + (contextOffsets.args as number);

/** A frame with some of its bytes (from the frame's start) replaced. */
function changed(frame: Buffer, at: number, ...bytes: number[]): Buffer {
  const copy = Buffer.from(frame);
  copy.set(bytes, at);
  return copy;
}

/** A frame with bytes of its payload cut off or added at the end, and the length corrected. */
function resized(frame: Buffer, by: number, fill = 0): Buffer {
  const copy = Buffer.concat([frame.subarray(0, frame.length + Math.min(by, 0)), Buffer.alloc(Math.max(by, 0), fill)]);
  copy.writeUInt32BE(copy.length - head, 1);
  return copy;
}

/** A frame of a kind with any payload. */
function frameOf(kind: number, hex: string): Buffer {
  const payload = Buffer.from(hex.replace(/\s/g, ''), 'hex');
  return resized(Buffer.concat([Buffer.of(0xc9, 0, 0, 0, 0, kind), payload]), 0);
}

const damages: [name: string, frame: Buffer, code: FrameErrorCode, found: RegExp][] = [
  [
    'a frame that begins otherwise',
    Buffer.from('{"eventName":"ptrace"}'),
    'not-a-frame',
    /byte 0x7b where a frame begins with 0xc9/,
  ],
  ['a single byte that begins no frame', Buffer.of(0), 'not-a-frame', /byte 0x00 where a frame begins/],
  [
    'a length above the limit',
    changed(event, 1, 0x00, 0x10, 0x00, 0x01),
    'too-long',
    /a frame of 1048577 bytes, above the limit of 1048576/,
  ],
  ['the highest length', changed(event, 1, 0xff, 0xff, 0xff, 0xff), 'too-long', /a frame of 4294967295 bytes/],
  ['an event without payload', frameOf(2, ''), 'bad-event', /an event of 0 bytes, too short for its context/],
  ['an event cut in its context', resized(event, -(event.length - args)), 'bad-event', /too short for its context/],
  ['another number of context fields', changed(event, head + 1, 0, 27), 'bad-event', /tag of eventId/],
  [
    'a context tag of another width',
    changed(event, head + (contextOffsets.hostProcessId as number) - 1, 0xcd),
    'bad-event',
    /tag of hostProcessId/,
  ],
  [
    'a comm of another length',
    changed(event, head + (contextOffsets.processName as number) - 1, 15),
    'bad-event',
    /tag of processName/,
  ],
  [
    'another number of arguments',
    changed(event, args + 2, 5),
    'bad-event',
    /event openat of 5 arguments \(4 in its schema\)/,
  ],
  ['arguments that are no array', changed(event, args, 0xdd), 'bad-event', /event openat of 4 arguments/],
  ['an argument of another width', changed(event, args + 3, 0xd1), 'bad-event', /argument dirfd is not i32: tag 0xd1/],
  [
    'an argument of another type',
    changed(event, args + 8, 0xc5),
    'bad-event',
    /argument pathname is not string: tag 0xc5/,
  ],
  [
    'a text longer than the frame',
    changed(event, args + 9, 0xff, 0xff),
    'bad-event',
    /argument pathname is not string: tag 0xda, or a length beyond the frame/,
  ],
  ['an event cut in its last argument', resized(event, -1), 'bad-event', /argument mode is not u16/],
  [
    'an event cut before an argument',
    resized(event, -3),
    'bad-event',
    /argument mode is not u16: the end of the frame/,
  ],
  [
    'bytes behind the last argument',
    resized(event, 1, 0xc0),
    'bad-event',
    /event openat with bytes behind its 4 arguments/,
  ],
  [
    'a dictionary that is no array',
    frameOf(3, 'a161'),
    'bad-dictionary',
    /does not begin with a dictionary and an index/,
  ],
  ['index 0', frameOf(3, 'dc0003 cc01 ce00000000 da000161'), 'bad-dictionary', /an index above 0/],
  [
    'an index that is no integer',
    frameOf(3, 'dc0003 cc01 cb3ff8000000000000 da000161'),
    'bad-dictionary',
    /an index above 0/,
  ],
  ['a host without a name', frameOf(3, 'dc0002 cc01 ce00000001'), 'bad-dictionary', /element 2 is not text/],
  [
    'a container with too few strings',
    frameOf(3, 'dc0003 cc02 ce00000001 da000161'),
    'bad-dictionary',
    /element 3 is not text/,
  ],
  ['a loss record cut', resized(loss, -1), 'bad-loss', /ends behind its frame/],
  [
    'a loss record with too few elements',
    frameOf(4, 'dc0001 cf0000000000000001'),
    'bad-loss',
    /of 1 elements \(7 expected\)/,
  ],
  ['bytes behind a loss record', resized(loss, 2), 'bad-loss', /2 bytes behind its payload/],
  ['statistics that are no map', frameOf(5, 'dc0000'), 'bad-statistics', /statistics that is not a map/],
  ['statistics without a time', frameOf(5, 'de0000'), 'bad-statistics', /whose time is not an integer/],
  ['statistics cut', resized(statistics, -2), 'bad-statistics', /ends behind its frame/],
  ['an end without a reason', frameOf(6, 'de0000'), 'bad-end', /whose produced is not an integer/],
  ['an end cut', resized(end, -1), 'bad-end', /ends behind its frame/],
  ['an extension inside a payload', frameOf(6, 'd40100'), 'bad-end', /tag 0xd4, which the format does not use/],
  ['more elements than bytes', frameOf(6, 'ddffffffff'), 'bad-end', /4294967295 elements in 0 bytes/],
  ['nesting without end', frameOf(6, '91'.repeat(1000)), 'bad-end', /nested more than 16 deep/],
  ['a header that is no map', frameOf(1, 'c0'), 'bad-header', /a header that is not a map/],
  ['a header without a format', frameOf(1, 'de0000'), 'bad-header', /whose format is not an integer/],
  [
    'a header with another format',
    encodeHeader({ format: 2 }),
    'format-version',
    /format version 2, while this reader knows 1 \(update the reader\)/,
  ],
  [
    'a header with an older format',
    encodeHeader({ format: 0 }),
    'format-version',
    /\(read it with the version that wrote it\)/,
  ],
  [
    'two events of one id',
    encodeHeader({
      events: [
        { id: 1, name: 'a', args: [] },
        { id: 1, name: 'b', args: [] },
      ],
    }),
    'bad-header',
    /two events of one id/,
  ],
  [
    'two arguments of one name',
    encodeHeader({
      events: [
        {
          id: 1,
          name: 'a',
          args: [
            { name: 'x', type: 'u8' },
            { name: 'x', type: 'u8' },
          ],
        },
      ],
    }),
    'bad-header',
    /two arguments of one name/,
  ],
  [
    'an id out of range',
    encodeHeader({ events: [{ id: 65536, name: 'a', args: [] }] }),
    'bad-header',
    /not \[id, name, arguments\]/,
  ],
  [
    'a context in another order',
    encodeHeader({ fingerprint: 'x', context: [{ name: 'flags', type: 'u16' }] }),
    'bad-header',
    /field 0 is flags:u16, here eventId:u16/,
  ],
  [
    'a context field of another type',
    encodeHeader({ fingerprint: 'x', context: [{ name: 'eventId', type: 'u32' }] }),
    'bad-header',
    /field 0 is eventId:u32, here eventId:u16/,
  ],
  ['no context', encodeHeader({ fingerprint: 'x', context: [] }), 'bad-header', /a context without fields/],
];

/** Arguments as bytes where their type has another form. */
const malformed: [type: string, hex: string][] = [
  ['bool', 'c1'],
  ['bool', 'cc01'],
  ['u8', 'cd0001'],
  ['u64', 'd30000000000000001'],
  ['i64', 'cf0000000000000001'],
  ['string', 'a161'],
  ['string', 'd90161'],
  ['bytes', 'da000161'],
  ['sockaddr', 'c40102'],
  ['strings', '91da000161'],
  ['strings', 'dc0001a161'],
  ['strings', 'dc0001c0'],
  ['strings', 'dc0002da000161'],
  ['strings', 'dc0001da000561'],
  ['u64s', 'dc0001ce00000001'],
  ['u64s', 'dcffffcf0000000000000001'],
  ['i32x2', 'dc0001d200000001'],
  ['i32x2', 'dc0001d200000001d200000002'],
  ['i32x2', 'dc0003d200000001d200000002d200000003'],
  ['i32x2', 'dc0002d200000001ce00000002'],
  ['timespec', 'dc0001d30000000000000001'],
  ['timespec', 'dc0001d30000000000000001d30000000000000001'],
  ['timespec', 'dc0003d30000000000000001d30000000000000001d30000000000000001'],
  ['timespec', 'dc0002d30000000000000001cf0000000000000001'],
];

describe('an argument that has not the form of its type', () => {
  test.each(malformed)('%s: %s', (type, hex) => {
    const shape = { id: 1, name: 'e', args: [{ name: 'a', type }] };
    const good = new FrameWriter().header({ fingerprint: '0', events: [shape] });
    const before = good.take();
    const nil = good.event({ eventName: 'e', args: { a: null } } as never).take();
    const bad = resized(Buffer.concat([nil.subarray(0, -1), Buffer.from(hex, 'hex')]), 0);
    const reader = new FrameReader({});
    const error = thrown(() => reader.push(Buffer.concat([before, nil, bad])));
    expect(error).toMatchObject({ code: 'bad-event', offset: before.length + nil.length });
    expect(reader.events).toBe(1);
  });
});

describe('damage', () => {
  test.each(damages)('%s', (_, frame, code, found) => {
    const before = Buffer.concat([header, event, event]);
    const seen: string[] = [];
    const reader = new FrameReader({ event: ({ eventName }) => seen.push(eventName) });
    const read = () => {
      reader.push(Buffer.concat([before, frame, event]));
      reader.finish();
    };
    const error = thrown(read);
    expect(error).toBeInstanceOf(FrameError);
    expect(error).toMatchObject({
      name: 'FrameError',
      code,
      offset: before.length,
      message: expect.stringMatching(found),
    });
    expect(error.message).toMatch(/^read frame: offset \d+: .+ \(.+\)$/);
    expect(seen).toEqual(['openat', 'openat']);
    // one error, the same again, and nothing more is read
    expect(thrown(() => reader.push(event))).toBe(error);
    expect(thrown(() => reader.finish())).toBe(error);
    expect(reader.events).toBe(2);
  });

  test.each([
    ['an event', event],
    ['a dictionary entry', frameOf(3, 'dc0003 cc01 ce00000001 da000161')],
  ])('%s before any header', (what, frame) => {
    const error = thrown(() => new FrameReader({}).push(frame));
    expect(error).toMatchObject({
      code: 'no-header',
      offset: 0,
      message: `read frame: offset 0: ${what} before any header (read the stream from its beginning)`,
    });
  });

  test('an empty input has no header', () => {
    expect(thrown(() => new FrameReader({}).finish())).toMatchObject({ code: 'truncated', offset: 0 });
  });

  test('control frames are checked whether or not anyone listens', () => {
    expect(thrown(() => new FrameReader({}).push(resized(loss, -1)))).toMatchObject({ code: 'bad-loss' });
  });

  test('every code of the list is one that these tests, or those of JSON, provoke', () => {
    const provoked = new Set<string>([...damages.map(([, , code]) => code), 'no-header', 'truncated', 'bad-json']);
    expect([...provoked].sort()).toEqual(Object.keys(frameErrors).sort());
  });
});

function thrown(act: () => void): FrameError {
  try {
    act();
  } catch (error) {
    return error as FrameError;
  }
  throw new Error('nothing was thrown');
}
