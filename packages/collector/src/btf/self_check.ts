import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FrameReader, type PlainEvent } from '@tracee/event-schema';
import { Collector } from '../collector';
import type { BpfObject } from '../kernel/load';
import type { NativeModule } from '../native';
import { withMemoryDirectory } from './memory_directory';
import { childComm, nsPerTick, type OwnChild, runOwnChild } from './own_child';

/** A few exec events of that name, no more. */
const ringBytes = 256 << 10;

/**
 * Reads an event whose truth is known: the exec of a child of our own. BTF of another kernel often loads, and then reads whatever lies at
 * wrong offsets. Gives what did not agree, nothing when all did; throws when the programs do not load with it.
 */
export async function disagreements(
  native: NativeModule,
  objects: readonly BpfObject[],
  btf: string | undefined,
): Promise<string[]> {
  const { child, frames } = await withMemoryDirectory((directory) =>
    traceChild(native, objects, btf, join(directory, 'frames')),
  );
  const event = eventOf(child.pid, frames);
  return event === undefined ? [`no event of process ${child.pid} came back`] : compare(event, child);
}

async function traceChild(
  native: NativeModule,
  objects: readonly BpfObject[],
  btf: string | undefined,
  path: string,
): Promise<{ child: OwnChild; frames: Buffer }> {
  const trace = ['event=sched_process_exec', `comm=${childComm}`];
  const collector = new Collector({
    trace,
    ringBytes,
    controlRingBytes: ringBytes,
    includeSelf: true,
    cgroups: 'none',
    objects,
    ...(btf === undefined ? {} : { btf }),
  });
  const fd = openSync(path, 'w', 0o600);
  try {
    await collector.start(native, { target: fd });
    const child = await tracedChild(collector);
    return { child, frames: readFileSync(path) };
  } finally {
    closeSync(fd);
  }
}

async function tracedChild(collector: Collector): Promise<OwnChild> {
  try {
    return runOwnChild();
  } finally {
    await collector.stop();
  }
}

type Exec = PlainEvent<'sched_process_exec'>;

function eventOf(pid: number, frames: Buffer): Exec | undefined {
  let own: Exec | undefined;
  const events: Exec[] = [];
  const reader = new FrameReader({ event: (event) => void events.push(event.materialize() as Exec) });
  reader.push(frames);
  reader.finish();
  for (const event of events) if (event.processId === pid) own = event;
  // wrong offsets may have made another process of it
  return own ?? events[0];
}

/** What an event says otherwise than it is. */
export function compare(event: Exec, child: OwnChild): string[] {
  const { args } = event;
  const checks: readonly (readonly [name: string, found: unknown, truth: unknown])[] = [
    ['process id', event.processId, child.pid],
    ['thread id', event.threadId, child.pid],
    ['parent process id', event.parentProcessId, child.parent],
    ["parent's start time", event.parentStartTime / nsPerTick, child.parentStart],
    ['start time', within(event.threadStartTime, child.startedAfter, child.startedBefore), 'now'],
    ['user id', event.userId, child.uid],
    ['name', event.processName, child.comm],
    ['executable', args.pathname, child.executable],
    ['inode', args.inode, child.inode],
    ['change time of the executable', args.ctime, child.ctimeNs],
    ['mode of the executable', args.inode_mode, child.mode],
    ['arguments', args.argv?.join(' '), child.argv.join(' ')],
  ];
  return checks
    .filter(([, found, truth]) => found !== truth)
    .map(([name, found, truth]) => `${name}: ${found} instead of ${truth}`);
}

const within = (time: bigint, from: bigint, to: bigint) =>
  time >= from && time <= to ? 'now' : `${time} ns since boot`;
