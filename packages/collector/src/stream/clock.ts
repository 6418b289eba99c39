import { readFileSync } from 'node:fs';

const nsPerUptimeStep = 10_000_000n;
const longestWaitMs = 50;
const rounds = 3;

/** Unix epoch ns now, to a microsecond; Date.now has milliseconds only. */
export const epochNow = (): bigint => BigInt(Math.round((performance.timeOrigin + performance.now()) * 1000)) * 1000n;

const readUptime = (): string => readFileSync('/proc/uptime', 'latin1');

/** ns since boot, in steps of 10 ms: true also after the clock was set or the machine slept. */
export const sinceBoot = (uptime: string = readUptime()): bigint => {
  const [, seconds = '0', hundredths = '0'] = /^(\d+)\.(\d\d)/.exec(uptime) ?? [];
  return BigInt(seconds) * 1_000_000_000n + BigInt(hundredths) * nsPerUptimeStep;
};

/**
 * Unix epoch ns at which the boot clock was 0. Node cannot read that clock; /proc/uptime shows it in steps of 10 ms, so the moment of
 * a step is waited for. Seeing it late only adds, hence the least of a few rounds: right to some 20 µs.
 */
export function bootTime(uptime = readUptime): bigint {
  let least: bigint | undefined;
  for (let round = 0; round < rounds; round++) {
    const offset = offsetAtStep(uptime);
    if (least === undefined || offset < least) least = offset;
  }
  return least as bigint;
}

function offsetAtStep(uptime: () => string): bigint {
  const before = uptime();
  const giveUp = performance.now() + longestWaitMs;
  let now = before;
  while (now === before && performance.now() < giveUp) now = uptime();
  return epochNow() - sinceBoot(now);
}
