import { parseCache } from '../../src/cli/cache';

const memory = 256_000_000;

test.each([
  [[], { queueBytes: memory }],
  [['none'], { queueBytes: 1 << 20 }],
  [['mem', 'mem-cache-size=64'], { queueBytes: 64_000_000 }],
  [['cache-type=mem', 'mem-cache-size=1GiB'], { queueBytes: 1 << 30 }],
  [['disk', 'disk-cache-dir=/var/x'], { queueBytes: memory, spill: { directory: '/var/x', bytes: 1_000_000_000 } }],
  [['disk-cache-dir=/x,disk-cache-size=5'], { queueBytes: memory, spill: { directory: '/x', bytes: 5_000_000 } }],
])('--cache %j', (values, expected) => {
  expect(parseCache(values, memory)).toEqual(expected);
});

test.each([
  [['disc'], '--cache: "disc": not known (did you mean "disk"?)'],
  [['disk'], '--cache: "disk": no directory (add disk-cache-dir=DIR)'],
  [['mem', 'disk-cache-dir=/x'], '--cache: "mem": contradicts disk-cache-* (write disk)'],
  [['mem-cache-size'], '--cache: "mem-cache-size": no value (write mem-cache-size=MB)'],
  [['mem-cache-size=big'], '--cache: "big": not a number with a unit (for example 256MB, 1GiB)'],
])('--cache %j is refused', (values, message) => {
  expect(() => parseCache(values, memory)).toThrow(message);
});
