import fc from 'fast-check';
import {
  contextFields,
  contextFlags,
  contextOffsets,
  decodeText,
  FrameReader,
  FrameWriter,
  type LazyEvent,
  type PlainEvent,
} from '../../src';
import { ContextView } from '../../src/event/context_view';
import { agreed, eventsOf } from '../independent';

const u32 = fc.nat(0xffffffff);
const u64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const i64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const name = fc
  .uint8Array({ maxLength: 16 })
  .filter((b) => !b.includes(0))
  .map((b) => decodeText(Buffer.from(b)));

/** Every property of the context that a writer can be given, any value. */
const context = fc.record({
  contextFlags: fc.record({
    containerStarted: fc.boolean(),
    isCompat: fc.boolean(),
    truncated: fc.boolean(),
    late: fc.boolean(),
    faulted: fc.boolean(),
    ioWorker: fc.boolean(),
  }),
  timestamp: u64,
  threadStartTime: u64,
  processStartTime: u64,
  parentStartTime: u64,
  cgroupId: u64,
  returnValue: i64,
  scopes: u64,
  sequence: u64,
  processId: u32,
  threadId: u32,
  parentProcessId: u32,
  hostProcessId: u32,
  hostThreadId: u32,
  hostParentProcessId: u32,
  userId: u32,
  mountNamespace: u32,
  pidNamespace: u32,
  syscall: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  processorId: fc.nat(65535),
  processName: name,
  hostName: name,
  executablePath: name,
  containerId: name,
  containerImage: name,
  podUID: name,
});

const one = (bytes: Buffer, see: (event: LazyEvent) => void) => {
  const reader = new FrameReader({ event: see });
  reader.push(bytes);
  reader.finish();
};

describe('context', () => {
  test('any value of any field survives', () => {
    fc.assert(
      fc.property(context, (given) => {
        const bytes = new FrameWriter()
          .header({ events: [] })
          .event({ eventName: 'getpid', ...given })
          .take();
        expect(eventsOf(agreed(bytes))[0]).toMatchObject(given);
      }),
      { numRuns: 300 },
    );
  });

  test('each field of the definition has a getter', () => {
    const shownAs: Record<string, string> = {
      flags: 'contextFlags',
      host: 'hostName',
      container: 'containerId',
      executable: 'executablePath',
    };
    const getters = Object.getOwnPropertyNames(ContextView.prototype);
    for (const field of contextFields) expect(getters).toContain(shownAs[field.name] ?? field.name);
  });

  test('each flag of the definition has its bit', () => {
    for (const flag of Object.keys(contextFlags)) {
      const bytes = new FrameWriter()
        .header()
        .event({ eventName: 'getpid', contextFlags: { [flag]: true } })
        .take();
      expect(Object.entries(eventsOf(bytes)[0]?.contextFlags ?? {}).filter(([, set]) => set)).toEqual([[flag, true]]);
    }
  });

  test('offsets are those of the values', () => {
    one(new FrameWriter().header().event({ eventName: 'getpid', hostProcessId: 0x01020304 }).take(), (event) => {
      const at = event.payloadOffset + (contextOffsets.hostProcessId as number);
      expect([...event.buffer.subarray(at - 1, at + 4)]).toEqual([0xce, 1, 2, 3, 4]);
    });
  });

  test('thread names that share their beginning, their end or their hash are told apart', () => {
    const names = Array.from({ length: 5000 }, (_, i) => `worker-${i}`);
    const writer = new FrameWriter().header();
    for (const processName of [...names, ...names]) writer.event({ eventName: 'getpid', processName });
    const seen: string[] = [];
    one(writer.take(), (event) => seen.push(event.processName));
    expect(seen).toEqual([...names, ...names]);
  });

  test('thread names are told apart by each of their four words, also those in one place of the table', () => {
    const letters = 'abcdefghijkl';
    const word = (i: number) => `${letters[i % 12]}${letters[((i / 12) % 12) | 0]}${letters[((i / 144) % 12) | 0]}x`;
    for (const place of [0, 1, 2, 3]) {
      const names = Array.from({ length: 1728 }, (_, i) =>
        ['base', 'base', 'base', 'base'].map((same, w) => (w === place ? word(i) : same)).join(''),
      );
      const writer = new FrameWriter().header({ events: [] });
      for (const processName of names) writer.event({ eventName: 'getpid', processName });
      const seen: string[] = [];
      one(writer.take(), (event) => seen.push(event.processName));
      expect(seen).toEqual(names);
    }
  });

  test.each([
    ['x86_64', { syscall: 59 }, 'execve'],
    ['aarch64', { syscall: 221 }, 'execve'],
    ['x86_64', { syscall: 11, contextFlags: { isCompat: true } }, 'execve'],
    ['x86_64', { syscall: 11 }, 'munmap'],
    ['x86_64', { syscall: -1 }, ''],
    ['x86_64', { syscall: 9999 }, '9999'],
    ['x86_64', {}, ''],
  ])('name of the system call: %s %j', (arch, given, expected) => {
    const bytes = new FrameWriter()
      .header({ arch })
      .event({ eventName: 'getpid', ...given })
      .take();
    expect(eventsOf(bytes)[0]?.syscallName).toBe(expected);
  });
});

describe('a lazy event', () => {
  const bytes = new FrameWriter()
    .header({ bootTime: 1000n })
    .event({ eventName: 'execve', args: { pathname: '/bin/a', argv: ['a'] }, timestamp: 1n, processName: 'one' })
    .event({ eventName: 'execve', args: { pathname: '/bin/b', argv: ['b', 'c'] }, timestamp: 2n, processName: 'two' })
    .take();

  test('is the same object for each event of an id, and shows the current one', () => {
    const seen: LazyEvent[] = [];
    const paths: unknown[] = [];
    one(bytes, (event) => {
      seen.push(event);
      paths.push((event.args as PlainEvent<'execve'>['args']).pathname, event.unixTime);
    });
    expect(seen[1]).toBe(seen[0]);
    expect(paths).toEqual(['/bin/a', 1001n, '/bin/b', 1002n]);
  });

  test('decodes a value once an event', () => {
    one(bytes, (event) => {
      const { argv } = event.args as PlainEvent<'execve'>['args'];
      expect((event.args as PlainEvent<'execve'>['args']).argv).toBe(argv);
    });
  });

  test('materialised, it outlives the call and the buffer', () => {
    const kept: PlainEvent[] = [];
    const chunk = Buffer.from(bytes);
    const reader = new FrameReader({ event: (event) => kept.push(event.materialize()) });
    reader.push(chunk);
    chunk.fill(0);
    expect(kept.map(({ args, processName, timestamp }) => ({ args, processName, timestamp }))).toEqual([
      { args: { pathname: '/bin/a', argv: ['a'], envp: null }, processName: 'one', timestamp: 1n },
      { args: { pathname: '/bin/b', argv: ['b', 'c'], envp: null }, processName: 'two', timestamp: 2n },
    ]);
    expect(Object.getPrototypeOf(kept[0])).toBe(Object.prototype);
  });

  test('written again, it is the same event', () => {
    const again = new FrameWriter().header({ bootTime: 1000n });
    for (const event of eventsOf(bytes)) again.event(event);
    expect(again.take()).toEqual(bytes);
  });

  test('the bytes of an argument are a copy', () => {
    const shape = { id: 1, name: 'b', args: [{ name: 'bytes', type: 'bytes' }] };
    const stream = new FrameWriter()
      .header({ fingerprint: '0', events: [shape] })
      .event({ eventName: 'b', args: { bytes: Uint8Array.of(1, 2) } } as never)
      .take();
    let kept: unknown;
    one(stream, (event) => {
      kept = (event.args as unknown as { bytes: Uint8Array }).bytes;
    });
    stream.fill(0xff);
    expect(kept).toEqual(Uint8Array.of(1, 2));
  });
});
