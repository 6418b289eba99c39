import { bootTime, epochNow, sinceBoot } from '../../src/stream/clock';

it('reads the time since boot from /proc/uptime', () => {
  expect(sinceBoot('12345.67 54321.00\n')).toBe(12_345_670_000_000n);
  expect(sinceBoot()).toBeGreaterThan(0n);
});

it('finds the boot time to far less than a step of /proc/uptime', () => {
  const times = Array.from({ length: 4 }, () => Number(bootTime() - BigInt(Date.now()) * 1_000_000n));
  const off = Number(epochNow() - BigInt(Date.now()) * 1_000_000n);
  expect(Math.abs(off)).toBeLessThan(5e6);
  const found = Array.from({ length: 4 }, () => Number(bootTime() % 1_000_000_000_000n));
  expect(Math.max(...found) - Math.min(...found)).toBeLessThan(5e6);
  expect(times.every((time) => time < 0)).toBe(true);
});

it('gives up on a clock that does not move', () => {
  expect(bootTime(() => '100.00 0.00')).toBeGreaterThan(epochNow() - 101_000_000_000n);
});
