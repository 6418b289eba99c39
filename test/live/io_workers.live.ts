import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { argsOf, type Printed, traceTrigger } from './session';

interface Act {
  readonly event: string;
  readonly args: { readonly tid: number; readonly worker: boolean } & Record<string, unknown>;
}

const hooks = 'security_file_open,security_inode_rename,security_inode_unlink,security_socket_connect,net_tcp_connect';
const byWorker = ({ contextFlags }: Printed) => (contextFlags as { ioWorker?: boolean }).ioWorker === true;

/** Of the event as the trigger tells it: who, in whose place, and what. */
const told = ({ event, args: { tid, worker, ...args } }: Act) => ({ event, tid, name: 'submitter', worker, args });

function seen(event: Printed, { args: { tid, worker, ...args } }: Act) {
  const values = argsOf(event);
  const same = Object.fromEntries(Object.keys(args).map((name) => [name, values[name]]));
  return {
    event: event.eventName,
    tid: event.hostThreadId,
    name: event.processName,
    worker: byWorker(event),
    args: same,
  };
}

/** The hooks are out of reach where neither they nor functions can be probed. */
const probed = existsSync('/sys/bus/event_source/devices/kprobe');

async function noneIsPromised(): Promise<void> {
  await assert.rejects(traceTrigger('io_workers', [`event=${hooks}`]), /none of the selected events is available/);
}

async function attributed(): Promise<void> {
  const { truth, events, pid, stderr } = await traceTrigger('io_workers', [`event=${hooks}`, 'comm=submitter']);
  const acts = truth as unknown as Act[];
  assert.equal(acts.length, 6, 'all acts were done');
  for (const act of acts) {
    const alike = events.filter((event) => event.eventName === act.event && byWorker(event) === act.args.worker);
    const equal = alike.filter((event) => isDeepStrictEqual(seen(event, act), told(act)));
    assert.equal(equal.length, 1, `${JSON.stringify(told(act))} in ${JSON.stringify(alike)}\n${stderr}`);
    assert.equal(equal[0]?.hostProcessId, pid);
  }
}

if (probed)
  test(
    'what the workers of an io_uring do is of the thread that left it to them, and passes for it in filters',
    attributed,
  );
else test('without probes of functions, none of it is promised', noneIsPromised);
