import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type End, FrameReader, type Loss } from '@tracee/event-schema';
import { outcome, root } from './session';

/** Starts a load generator of bench/load, waiting; `go` runs it and gives the calls it made. */
export function startLoad<Call extends string>(name: string, args: readonly (string | number)[]) {
  const child = spawn(join(process.env.TRIGGERS ?? join(root, 'build/triggers'), '../load', name), args.map(String), {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = outcome(child);
  return {
    pid: child.pid as number,
    async go(): Promise<Record<Call, number>> {
      child.stdin?.end('.');
      return JSON.parse((await ended).stdout);
    },
  };
}

/** Of event_context.sequence: the lane in its three highest bits (bpf-core/include/record.h). */
const laneShift = 61n;

/** What a capture delivers by event, the sequence gaps of each lane of each CPU, what was lost for want of room behind the last event, the losses it tells, by event too, and what its end frame says. */
export function contents(capture: string) {
  const counts: Record<string, number> = {};
  const next = new Map<string, bigint>();
  let gaps = 0n;
  const told: Record<number, bigint> = {};
  const losses: Loss[] = [];
  const ends: End[] = [];
  const cgroups = new Set<bigint>();
  const backwards = { flagged: 0, unflagged: 0 };
  let latest = 0n;
  let tail = 0n;
  const reader = new FrameReader({
    event: (event) => {
      counts[event.eventName] = (counts[event.eventName] ?? 0) + 1;
      cgroups.add(event.cgroupId);
      if (event.timestamp < latest) backwards[event.contextFlags.late ? 'flagged' : 'unflagged']++;
      else latest = event.timestamp;
      const lane = `${event.processorId}:${event.sequence >> laneShift}`;
      const number = BigInt.asUintN(Number(laneShift), event.sequence);
      gaps += number - (next.get(lane) ?? 0n);
      next.set(lane, number + 1n);
      tail = 0n;
    },
    loss: (loss) => {
      if (loss.reason === 'ringFull') tail += loss.count;
      losses.push(loss);
      told[loss.eventId ?? -1] = (told[loss.eventId ?? -1] ?? 0n) + loss.count;
    },
    end: (totals) => {
      ends.push(totals);
    },
  });
  reader.push(readFileSync(capture));
  reader.finish();
  return { counts, gaps, tail, told, losses, cgroups, backwards, end: ends[0] };
}
