import fc from 'fast-check';
import {
  credentialsBytes,
  type EventInput,
  type EventName,
  encodeSockaddr,
  events,
  FrameWriter,
  parseTraceeJson,
  toJson,
  type WireType,
} from '../../src';
import { eventsOf } from '../independent';

/** An event of ours from JSON text, through a frame as the rules engine gets it. */
const through = (json: string) =>
  eventsOf(
    new FrameWriter()
      .header()
      .event(parseTraceeJson(json) as EventInput)
      .take(),
  )[0];

const withArgs = (eventName: string, ...args: [name: string, value: string][]) =>
  `{"eventName":"${eventName}","args":[${args.map(([name, value]) => `{"name":"${name}","type":"any","value":${value}}`).join(',')}]}`;

describe('an event of Tracee', () => {
  test('as version 0.8 writes it', () => {
    const event = through(
      '{"timestamp":1700123456789012345,"threadStartTime":1700000000000000001,"processorId":1,"processId":7,"cgroupId":5091,"threadId":8,' +
        '"parentProcessId":6,"hostProcessId":4007,"hostThreadId":4008,"hostParentProcessId":4006,"userId":33,"mountNamespace":4026532281,' +
        '"pidNamespace":4026532284,"processName":"sh","hostName":"web-1","containerId":"c0ffee","containerImage":"nginx:1",' +
        '"containerName":"web","podName":"web-0","podNamespace":"default","podUID":"u-1","eventId":"101","eventName":"ptrace","argsNum":4,' +
        '"returnValue":-1,"stackAddresses":null,"contextFlags":{"containerStarted":true},"args":[{"name":"request","type":"long","value":4},' +
        '{"name":"pid","type":"pid_t","value":42},{"name":"addr","type":"void*","value":18446744073709551615},{"name":"data","type":"void*","value":"9007199254740993"}]}',
    );
    expect(event).toMatchObject({
      eventName: 'ptrace',
      timestamp: 1700123456789012345n,
      threadStartTime: 1700000000000000001n,
      processorId: 1,
      processId: 7,
      threadId: 8,
      hostProcessId: 4007,
      userId: 33,
      mountNamespace: 4026532281,
      processName: 'sh',
      hostName: 'web-1',
      containerId: 'c0ffee',
      containerName: 'web',
      podUID: 'u-1',
      returnValue: -1n,
      args: { request: 4n, pid: 42, addr: 2n ** 64n - 1n, data: 2n ** 53n + 1n },
    });
    expect(event?.contextFlags.containerStarted).toBe(true);
  });

  test('as later versions write it: nested container and pod, executable, system call, policies', () => {
    const event = through(
      '{"eventName":"openat","container":{"id":"c0ffee","name":"web","image":"nginx:1","imageDigest":"sha256:0"},' +
        '"kubernetes":{"podName":"web-0","podNamespace":"default","podUID":"u-1"},"syscall":"openat","executable":{"path":"/bin/sh"},' +
        '"matchedPolicies":["mine","3"],"contextFlags":{"containerStarted":false,"isCompat":false},"args":[]}',
    );
    expect(event).toMatchObject({
      containerId: 'c0ffee',
      containerImageDigest: 'sha256:0',
      podName: 'web-0',
      executablePath: '/bin/sh',
      syscall: 257,
      scopes: 8n,
    });
  });

  test('with labels of its container, those that are text', () => {
    const event = through('{"eventName":"openat","containerId":"c0ffee","containerLabels":{"app":"shop","n":1}}');
    expect(event?.containerLabels).toEqual({ app: 'shop' });
  });

  test('with nothing but its name', () => {
    expect(through('{"eventName":"openat"}')).toMatchObject({
      processId: 0,
      processName: '',
      containerId: '',
      syscall: -1,
      args: { dirfd: null, pathname: null, flags: null, mode: null },
    });
  });

  test('that this build does not know is none', () => {
    expect(parseTraceeJson('{"eventName":"no_such_event"}')).toBeUndefined();
  });

  test.each(['', '[]', 'null', '"x"', '{}', '{"eventName":5}', '{"eventName":"openat"', '{"eventName":"openat"} x'])(
    'not an event: %j',
    (line) => {
      expect(() => parseTraceeJson(line)).toThrow(SyntaxError);
    },
  );
});

describe('values', () => {
  const sockaddr = encodeSockaddr({ sa_family: 'AF_INET', sin_port: '80', sin_addr: '127.0.0.1' });
  test.each([
    ['ptrace', 'request', '"PTRACE_TRACEME"', 0n],
    ['ptrace', 'request', '"0x10"', 16n],
    ['openat', 'flags', '"O_WRONLY|O_CREAT"', 0o101],
    ['openat', 'dirfd', '4294967196', -100],
    ['openat', 'pathname', '"/\\udcff"', '/\udcff'],
    ['mmap', 'off', '-1', -1n],
    ['lseek', 'offset', '9223372036854775807', 2n ** 63n - 1n],
    ['lseek', 'offset', '"-9223372036854775808"', -(2n ** 63n)],
    ['execve', 'argv', '["sh","-c","id"]', ['sh', '-c', 'id']],
    ['sched_process_exec', 'invoked_from_kernel', '1', true],
    ['sched_process_exec', 'invoked_from_kernel', 'false', false],
    ['pipe', 'pipefd', '[3,4]', [3, 4]],
    ['nanosleep', 'req', '1700000000.000000005', [1_700_000_000n, 5n]],
    ['nanosleep', 'req', '0.5', [0n, 500_000_000n]],
    ['nanosleep', 'req', '[1,2]', [1n, 2n]],
    ['nanosleep', 'req', '[-1,2]', [-1n, 2n]],
    ['nanosleep', 'req', '7', [7n, 0n]],
    [
      'connect',
      'addr',
      '{"sa_family":"AF_INET","sin_port":"80","sin_addr":"127.0.0.1"}',
      new Uint8Array(sockaddr as Buffer),
    ],
  ])('%s.%s %s', (eventName, name, value, expected) => {
    const unreadable: string[] = [];
    expect(parseTraceeJson(withArgs(eventName, [name, value]), (argument) => unreadable.push(argument))).toBeDefined();
    expect(unreadable).toEqual([]);
    expect(through(withArgs(eventName, [name, value]))?.args).toMatchObject({ [name]: expected });
  });

  test.each([
    ['openat', 'flags', '"O_NO_SUCH"'],
    ['openat', 'flags', '4294967296'],
    ['openat', 'flags', '1.5'],
    ['openat', 'pathname', '5'],
    ['openat', 'mode', '-40000'],
    ['mmap', 'length', '18446744073709551616'],
    ['execve', 'argv', '["a",1]'],
    ['execve', 'argv', '"a"'],
    ['pipe', 'pipefd', '[1,2,3]'],
    ['nanosleep', 'req', '"soon"'],
    ['nanosleep', 'req', '-1.5'],
    ['nanosleep', 'req', '99999999999999999999'],
    ['connect', 'addr', '{"sa_family":"AF_INET"}'],
    ['connect', 'addr', '[2,0]'],
  ])('%s.%s %s cannot be read: null, and reported', (eventName, name, value) => {
    const unreadable: string[] = [];
    const event = parseTraceeJson(withArgs(eventName, [name, value]), (argument) => unreadable.push(argument));
    expect(unreadable).toEqual([`${eventName}.${name}`]);
    expect(event?.args).toMatchObject({ [name]: null });
  });
});

describe('there and back', () => {
  const u64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
  const i64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
  const text = fc.string({ unit: 'binary', maxLength: 20 });
  const values: Record<WireType, fc.Arbitrary<unknown>> = {
    bool: fc.boolean(),
    u8: fc.nat(255),
    u16: fc.nat(65535),
    u32: fc.nat(0xffffffff),
    u64,
    i8: fc.integer({ min: -128, max: 127 }),
    i16: fc.integer({ min: -32768, max: 32767 }),
    i32: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    i64,
    ptr: u64,
    time: u64,
    string: fc.option(text),
    bytes: fc.option(fc.uint8Array({ maxLength: 40 })),
    strings: fc.option(fc.array(text, { maxLength: 4 })),
    u64s: fc.option(fc.array(u64, { maxLength: 4 })),
    i32x2: fc.option(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.nat())),
    timespec: fc.option(
      fc.tuple(
        u64.map((n) => n >> 1n),
        fc.bigInt({ min: 0n, max: 999_999_999n }),
      ),
    ),
    sockaddr: fc.option(
      fc
        .uint8Array({ minLength: 4, maxLength: 4 })
        .map(
          (ip) =>
            new Uint8Array(encodeSockaddr({ sa_family: 'AF_INET', sin_port: '22', sin_addr: ip.join('.') }) as Buffer),
        ),
    ),
    cred: fc.option(fc.uint8Array({ minLength: credentialsBytes, maxLength: credentialsBytes })),
  };
  const event = fc.constantFrom(...events).chain(({ name, args }) =>
    fc.record({
      eventName: fc.constant(name as EventName),
      args: fc.record(Object.fromEntries(args.map((a) => [a.name, values[a.type]]))),
      timestamp: u64,
      cgroupId: u64,
      returnValue: i64,
      scopes: u64,
      hostProcessId: fc.nat(0xffffffff),
      processName: fc.stringMatching(/^[a-z:/-]{0,15}$/),
      executablePath: text,
      podName: text,
    }),
  );

  test('any event of ours comes back from its JSON', () => {
    fc.assert(
      fc.property(event, (given) => {
        const [first] = eventsOf(
          new FrameWriter()
            .header({ events: [] })
            .event(given as EventInput)
            .take(),
        );
        const unreadable: string[] = [];
        const parsed = parseTraceeJson(toJson(first as never), (argument) => unreadable.push(argument));
        const [second] = eventsOf(
          new FrameWriter()
            .header({ events: [] })
            .event(parsed as EventInput)
            .take(),
        );
        expect(unreadable).toEqual([]);
        expect(second).toEqual(first);
      }),
      { numRuns: 200 },
    );
  });
});
