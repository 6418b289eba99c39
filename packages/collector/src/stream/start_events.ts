import { readlinkSync } from 'node:fs';
import { type EventDefinition, FrameWriter, findEvent } from '@tracee/event-schema';
import type { Scope } from '../filter/condition';
import { version } from '../version';
import { sinceBoot } from './clock';

/** The events that tell once, when tracing begins, how things stand. They are of no task, so that no filter on tasks is asked. */
export const startEvents = ['init_namespaces', 'tracee_info'] as const;

/** Unix epoch ns. */
interface Times {
  readonly bootTime: bigint;
  readonly startTime: bigint;
}

/** Those of the start events that a scope selects, as frames; what they cannot tell is said to `warn`. `proc`: where processes are seen. */
export function startEventFrames(
  scopes: readonly Scope[],
  { bootTime, startTime }: Times,
  warn: (message: string) => void = () => {},
  proc = '/proc',
): Uint8Array {
  const writer = new FrameWriter();
  const namespaces = () => namespacesOf(`${proc}/1/ns`, warn);
  const info = () => ({ boot_time: bootTime, start_time: startTime - bootTime, version });
  const timestamp = sinceBoot();
  const told = { init_namespaces: namespaces, tracee_info: info };
  for (const eventName of startEvents) {
    const selecting = scopesWith(scopes, (findEvent(eventName) as EventDefinition).id);
    if (selecting !== 0n) writer.event({ eventName, timestamp, scopes: selecting, args: told[eventName]() });
  }
  return writer.take();
}

const scopesWith = (scopes: readonly Scope[], id: number): bigint =>
  scopes.reduce((bits, { events }, i) => (events.has(id) ? bits | (1n << BigInt(i)) : bits), 0n);

function namespacesOf(directory: string, warn: (message: string) => void) {
  const refused = new Set<unknown>();
  const number = (kind: string) => numberOf(`${directory}/${kind}`, refused);
  const found = {
    cgroup: number('cgroup'),
    ipc: number('ipc'),
    mnt: number('mnt'),
    net: number('net'),
    pid: number('pid'),
    pid_for_children: number('pid_for_children'),
    time: number('time'),
    time_for_children: number('time_for_children'),
    user: number('user'),
    uts: number('uts'),
  };
  if (refused.size > 0)
    warn(
      `init_namespaces: ${directory}: may not be looked at (${[...refused].join(', ')}): what it shows is 0 (start tracee-collect where process 1 may be traced)`,
    );
  return found;
}

/** "mnt:[4026531841]" is a link to a namespace; 0 where there is none, or may not be looked at, with the error in `refused`. */
function numberOf(path: string, refused: Set<unknown>): number {
  try {
    return Number(/\[(\d+)\]/.exec(readlinkSync(path))?.[1] ?? 0);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') refused.add(code);
    return 0;
  }
}
