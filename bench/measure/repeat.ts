import type { Figures } from './compare';
import { cpuNanoseconds, peakMegabytes } from './process';

/** What a pass over all events did: how many bytes they take, and how many were found where nothing is to be found. */
export interface Pass {
  readonly bytes: number;
  readonly found: number;
}

/** Repeats a pass over `count` events for about `seconds`, after as much warming up as the compiler needs. */
export function repeat(count: number, pass: () => Pass, seconds = 1): Figures {
  const until = (end: number) => {
    let passes = 0;
    let last: Pass = { bytes: 0, found: 0 };
    do {
      last = pass();
      passes++;
    } while (process.uptime() < end);
    return { passes, last };
  };
  until(process.uptime() + seconds / 3);
  const [cpu, wall] = [cpuNanoseconds(), process.hrtime.bigint()];
  const { passes, last } = until(process.uptime() + seconds);
  const [spent, lasted] = [cpuNanoseconds() - cpu, Number(process.hrtime.bigint() - wall)];
  if (last.found !== 0) throw new Error(`found ${last.found} in events where nothing is`);
  const events = count * passes;
  return {
    'ns an event': Number((spent / events).toFixed(1)),
    'events/s': Math.round(events / (lasted / 1e9)),
    'bytes an event': Math.round(last.bytes / count),
    'RSS MB': peakMegabytes(),
  };
}
