import { openSync } from 'node:fs';
import { Collector, type Programs } from '../collector';
import type { NativeModule } from '../native';
import type { ProbeBuild } from './load';
import type { Unavailable } from './plan';

/** A task's name that no task has: every probe runs, and none reports. */
const nobody = 'comm=\u007f';
const ringBytes = 64 << 10;

/** Loads and attaches what all events need, and takes it away again: the events that cannot be had here, with the reason. */
export async function tryEvents(
  native: NativeModule,
  programs: Programs,
): Promise<{ probes: ProbeBuild; unavailable: readonly Unavailable[] }> {
  const collector = new Collector({
    trace: ['event=*', nobody],
    ringBytes,
    controlRingBytes: ringBytes,
    includeSelf: true,
    cgroups: 'none',
  });
  const target = openSync('/dev/null', 'w');
  const { object, unavailable } = await collector.start(native, { target }, programs);
  await collector.stop();
  return { probes: object.probes, unavailable };
}
