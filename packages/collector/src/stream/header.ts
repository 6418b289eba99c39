import { cpus, hostname, machine, release } from 'node:os';
import { type EventDefinition, encodeHeader } from '@tracee/event-schema';
import type { ProbeBuild } from '../kernel/load';
import { version } from '../version';

/** The first frame that every reader gets. Times are Unix epoch ns; `scopes` are the names of policies, by bit. */
export const headerFrame = (
  events: readonly EventDefinition[],
  probes: ProbeBuild,
  times: { bootTime: bigint; startTime: bigint },
  scopes: readonly string[] = [],
): Uint8Array =>
  encodeHeader({
    ...times,
    events,
    probes,
    scopes,
    host: hostname(),
    kernel: release(),
    arch: machine(),
    collector: version,
    cpus: cpus().length,
    transport: 'ringbuf',
  });
