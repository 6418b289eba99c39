import { type HeaderInput, type WireType, wireTypes } from '../src';
import { FrameWriter } from '../src/frame/writer';

/** Two events that have every wire type between them, under ids of no event of ours. */
const wide = Object.keys(wireTypes) as WireType[];
const schema: HeaderInput = {
  fingerprint: 'f00df00df00df00d',
  bootTime: 1_700_000_000_000_000_000n,
  events: [
    { id: 7, name: 'every_type', args: wide.map((type) => ({ name: `a_${type}`, type })) },
    { id: 8, name: 'one_text', args: [{ name: 'path', type: 'string' }] },
    { id: 300, name: 'nothing', args: [] },
  ],
};

const values = {
  a_bool: true,
  a_u8: 255,
  a_u16: 65535,
  a_u32: 4294967295,
  a_u64: 2n ** 53n + 1n,
  a_i8: -128,
  a_i16: -32768,
  a_i32: -2147483648,
  a_i64: -(2n ** 63n),
  a_ptr: 2n ** 64n - 1n,
  a_time: 1n,
  a_string: 'caf\u00e9 \udcff',
  a_bytes: Uint8Array.of(0x7f, 0x45, 0x4c, 0x46),
  a_strings: ['ls', '-l', ''],
  a_u64s: [0n, 1n],
  a_i32x2: [3, 4],
  a_timespec: [1n, 5n],
  a_sockaddr: Uint8Array.of(2, 0, 0, 80, 127, 0, 0, 1),
  a_cred: new Uint8Array(80),
};

/** A small valid stream with every kind of frame, as the seed of mutations. */
export function corpus(): Buffer {
  const counts = { id: 7, produced: 3n, delivered: 2n, ringFull: 1n, tooLarge: 0n, queueFull: 0n };
  const totals = { produced: 3n, delivered: 2n, lost: 1n, events: [counts] };
  return new FrameWriter()
    .header(schema)
    .event({
      eventName: 'every_type',
      args: values,
      hostName: 'web-1',
      executablePath: '/bin/ls',
      processName: 'ls',
    } as never)
    .event({
      eventName: 'one_text',
      args: { path: '/etc/passwd' },
      containerId: 'c'.repeat(64),
      hostName: 'web-1',
    } as never)
    .event({ eventName: 'nothing', processId: 7 } as never)
    .loss({
      timestamp: 1n,
      cpu: 1,
      reason: 'ringFull',
      eventId: 7,
      count: 1n,
      firstTimestamp: 1n,
      lastTimestamp: 2n,
    })
    .statistics({ time: 9n, ...totals, queued: 4 })
    .event({ eventName: 'one_text', args: { path: null }, containerId: 'c'.repeat(64) } as never)
    .end({ ...totals, reason: 'stopped', duration: 10n })
    .take();
}
