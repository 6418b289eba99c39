import fc from 'fast-check';
import { encodeCredentials, encodeSockaddr, FrameReader, FrameWriter, findEvent, toJson } from '../../src';
import { entityId } from '../../src/json/entity_id';
import { eventsOf } from '../independent';

const bootTime = 1_700_000_000_000_000_000n;
const bytes = new FrameWriter()
  .header({ bootTime, arch: 'x86_64' })
  .event({
    eventName: 'openat',
    args: { dirfd: -100, pathname: '/caf\u00e9/\udcff"', flags: 0x80000, mode: 0o600 },
    timestamp: 123_456_789_012_345n,
    threadStartTime: 5n,
    processorId: 3,
    processId: 12,
    cgroupId: 2n ** 53n + 1n,
    threadId: 13,
    parentProcessId: 1,
    hostProcessId: 4012,
    hostThreadId: 4013,
    hostParentProcessId: 4000,
    userId: 1000,
    mountNamespace: 4026531840,
    pidNamespace: 4026531836,
    processName: 'cat',
    hostName: 'web-1',
    containerId: 'c0ffee',
    containerImage: 'nginx:1',
    containerName: 'web',
    podName: 'web-0',
    podNamespace: 'default',
    podUID: 'u-1',
    returnValue: -2n,
    syscall: 257,
    contextFlags: { containerStarted: true },
    executablePath: '/bin/cat',
    scopes: 0b101n,
  })
  .take();

describe('JSON', () => {
  test('has the names and the order of Tracee, and exact digits', () => {
    const [event] = eventsOf(bytes);
    expect(toJson(event as never)).toBe(
      '{"timestamp":1700123456789012345,"threadStartTime":1700000000000000005,"processorId":3,"processId":12,"cgroupId":9007199254740993,' +
        '"threadId":13,"parentProcessId":1,"hostProcessId":4012,"hostThreadId":4013,"hostParentProcessId":4000,"userId":1000,' +
        '"mountNamespace":4026531840,"pidNamespace":4026531836,"processName":"cat","hostName":"web-1","containerId":"c0ffee",' +
        '"containerImage":"nginx:1","containerName":"web","podName":"web-0","podNamespace":"default","podUID":"u-1",' +
        '"eventId":"257","eventName":"openat","argsNum":4,"returnValue":-2,"syscall":"openat","stackAddresses":null,' +
        '"contextFlags":{"containerStarted":true,"isCompat":false},' +
        `"threadEntityId":${entityId(4013, 5n)},"processEntityId":${entityId(4012, 0n)},"parentEntityId":${entityId(4000, 0n)},` +
        '"executable":{"path":"/bin/cat"},"matchedPolicies":["0","2"],"args":[{"name":"dirfd","type":"int32","value":-100},' +
        '{"name":"pathname","type":"string","value":"/caf\u00e9/\\udcff\\""},{"name":"flags","type":"int32","value":524288},' +
        '{"name":"mode","type":"uint16","value":384}]}',
    );
  });

  test('is the same from the lazy event', () => {
    const [plain] = eventsOf(bytes);
    let lazy = '';
    new FrameReader({
      event(event) {
        lazy = toJson(event);
      },
    }).push(bytes);
    expect(lazy).toBe(toJson(plain as never));
  });

  test('a time that is not known is 0', () => {
    const [event] = eventsOf(new FrameWriter().header({ bootTime }).event({ eventName: 'getpid' }).take());
    expect(JSON.parse(toJson(event as never))).toMatchObject({ timestamp: 0, threadStartTime: 0 });
  });

  test('flags that Tracee does not have are there when set', () => {
    const [event] = eventsOf(
      new FrameWriter()
        .header()
        .event({ eventName: 'getpid', contextFlags: { truncated: true } })
        .take(),
    );
    expect(JSON.parse(toJson(event as never)).contextFlags).toEqual({
      containerStarted: false,
      isCompat: false,
      truncated: true,
    });
  });

  const cred = encodeCredentials({ uid: 1000, capEffective: 2n ** 64n - 1n });
  test.each([
    ['bool', true, '"bool","value":true'],
    ['u8', 255, '"uint8","value":255'],
    ['u64', 2n ** 64n - 1n, '"uint64","value":18446744073709551615'],
    ['i64', -(2n ** 63n), '"int64","value":-9223372036854775808'],
    ['ptr', 0xffff888000000001n, '"trace.Pointer","value":18446612682070032385'],
    ['time', 5n, '"uint64","value":1700000000000000005'],
    ['time', 0n, '"uint64","value":0'],
    ['string', null, '"string","value":null'],
    ['bytes', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46), '"[]byte","value":"f0VMRg=="'],
    ['strings', ['ls', '-l'], '"[]string","value":["ls","-l"]'],
    ['u64s', [1n, 2n ** 63n], '"[]uint64","value":[1,9223372036854775808]'],
    ['i32x2', [3, -4], '"[2]int","value":[3,-4]'],
    ['timespec', [1_700_000_000n, 5n], '"float64","value":1700000000.000000005'],
    ['timespec', [1n, -1n], '"float64","value":[1,-1]'],
    ['timespec', [-1n, 5n], '"float64","value":[-1,5]'],
    ['timespec', [1n, 1_000_000_000n], '"float64","value":[1,1000000000]'],
    [
      'sockaddr',
      encodeSockaddr({ sa_family: 'AF_INET', sin_port: '80', sin_addr: '127.0.0.1' }),
      '"SockAddr","value":{"sa_family":"AF_INET","sin_port":"80","sin_addr":"127.0.0.1"}',
    ],
    ['cred', new Uint8Array(3), '"trace.SlimCred","value":"AAAA"'],
    [
      'cred',
      cred,
      '"trace.SlimCred","value":{"Uid":1000,"Gid":0,"Suid":0,"Sgid":0,"Euid":0,"Egid":0,"Fsuid":0,"Fsgid":0,"UserNamespace":0,"SecureBits":0,"CapInheritable":0,"CapPermitted":0,"CapEffective":18446744073709551615,"CapBounding":0,"CapAmbient":0}',
    ],
    ['hologram', ['x', 1n], '"hologram","value":["x",1]'],
  ])('argument of type %s', (type, value, expected) => {
    const shape = { id: 1, name: 'e', args: [{ name: 'a', type }] };
    const [event] = eventsOf(
      new FrameWriter()
        .header({ fingerprint: '0', bootTime, events: [shape] })
        .event({ eventName: 'e', args: { a: value } } as never)
        .take(),
    );
    expect(toJson(event as never)).toContain(`"args":[{"name":"a","type":${expected}}]`);
  });

  test('any text is valid JSON, and the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (pathname) => {
        const [event] = eventsOf(
          new FrameWriter()
            .header({ events: [] })
            .event({ eventName: 'chdir', args: { path: pathname } })
            .take(),
        );
        expect(JSON.parse(toJson(event as never)).args[0].value).toBe(pathname);
      }),
    );
  });
});

describe('entity ids', () => {
  test('are MurmurHash3 of the big-endian id and start time', () => {
    // reference values of MurmurHash3_x86_32, seed 0: twelve zero bytes; 00000001 0000000000989680
    expect(entityId(0, 0n)).toBe(murmur(Buffer.alloc(12)));
    expect(entityId(1, 10_000_000n)).toBe(murmur(Buffer.from('000000010000000000989680', 'hex')));
    expect(entityId(4_294_967_295, 2n ** 64n - 1n)).toBe(
      murmur(Buffer.concat([Buffer.alloc(4, 255), be64(ticks(2n ** 64n - 1n))])),
    );
  });

  test('ignore what is below a clock tick', () => {
    expect(entityId(7, 10_000_000n)).toBe(entityId(7, 19_999_999n));
    expect(entityId(7, 10_000_000n)).not.toBe(entityId(7, 20_000_000n));
  });

  test('an event without arguments has none', () => {
    expect(findEvent('getpid')?.args).toEqual([]);
  });
});

const ticks = (time: bigint) => time - (time % 10_000_000n);
function be64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(value);
  return bytes;
}

/** MurmurHash3_x86_32 in 64-bit arithmetic, for any multiple of four bytes. */
function murmur(bytes: Buffer): number {
  const mask = 0xffffffffn;
  const rotate = (x: bigint, n: bigint) => ((x << n) | (x >> (32n - n))) & mask;
  let hash = 0n;
  for (let i = 0; i < bytes.length; i += 4) {
    const block = (BigInt(bytes.readUInt32LE(i)) * 0xcc9e2d51n) & mask;
    hash ^= (rotate(block, 15n) * 0x1b873593n) & mask;
    hash = (rotate(hash, 13n) * 5n + 0xe6546b64n) & mask;
  }
  hash ^= BigInt(bytes.length);
  hash = ((hash ^ (hash >> 16n)) * 0x85ebca6bn) & mask;
  hash = ((hash ^ (hash >> 13n)) * 0xc2b2ae35n) & mask;
  return Number(hash ^ (hash >> 16n));
}
