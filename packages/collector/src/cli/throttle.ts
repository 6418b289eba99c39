import { CollectError } from '../errors';
import { defaultThrottle, type Throttle } from '../kernel/rings';

const most = 1e9;

/** "50000", "50000,burst=5000" or "off": what a cgroup may send a second while the ring is filling. */
export function parseThrottle(text: string): Throttle | undefined {
  if (text === 'off') return undefined;
  const [, rate, burst] = /^(\d+)(?:,burst=(\d+))?$/.exec(text) ?? [];
  const eventsPerSecond = Number(rate);
  if (rate === undefined || eventsPerSecond < 1 || eventsPerSecond > most || Number(burst ?? 1) > most) {
    throw new CollectError(
      'usage',
      `--throttle: "${text}": not events a second from 1 to 10^9 (write for example ${defaultThrottle.eventsPerSecond},burst=${defaultThrottle.burst}, or off)`,
    );
  }
  return { eventsPerSecond, burst: burst === undefined ? Math.max(1, Math.ceil(eventsPerSecond / 10)) : Number(burst) };
}
