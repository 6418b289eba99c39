import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FrameReader, FrameWriter, findEvent, type PlainEvent } from '@tracee/event-schema';
import type { Scope } from '../../src/filter/condition';
import { startEventFrames } from '../../src/stream/start_events';
import { version } from '../../src/version';

const scope = (...names: string[]) =>
  ({ events: new Set(names.map((name) => findEvent(name)?.id)) }) as unknown as Scope;
const times = { bootTime: 1_000n, startTime: 5_000n };

const warned: string[] = [];
beforeEach(() => warned.splice(0));

function told(scopes: readonly Scope[], proc?: string): PlainEvent[] {
  const seen: PlainEvent[] = [];
  const reader = new FrameReader({ event: (event) => seen.push(event.materialize()) });
  reader.push(new FrameWriter().header().take());
  reader.push(startEventFrames(scopes, times, (message) => warned.push(message), proc));
  return seen;
}

test('each for the scopes that select it, and none for the others', () => {
  const scopes = [scope('openat'), scope('tracee_info'), scope('tracee_info', 'init_namespaces')];
  expect(told(scopes).map(({ eventName, scopes }) => [eventName, scopes])).toEqual([
    ['init_namespaces', 0b100n],
    ['tracee_info', 0b110n],
  ]);
  expect(told([scope('openat')])).toEqual([]);
});

test('when the machine and the collector started', () => {
  expect(told([scope('tracee_info')])[0]?.args).toEqual({ boot_time: 1_000n, start_time: 4_000n, version });
});

test('the numbers of the namespaces; 0 for those that are not there', () => {
  const proc = mkdtempSync(join(tmpdir(), 'proc-'));
  try {
    mkdirSync(join(proc, '1/ns'), { recursive: true });
    for (const [i, kind] of ['cgroup', 'ipc', 'mnt', 'net', 'pid', 'pid_for_children', 'user', 'uts'].entries())
      symlinkSync(`${kind}:[${4026531835 + i}]`, join(proc, '1/ns', kind));
    expect(told([scope('init_namespaces')], proc)[0]?.args).toEqual({
      cgroup: 4026531835,
      ipc: 4026531836,
      mnt: 4026531837,
      net: 4026531838,
      pid: 4026531839,
      pid_for_children: 4026531840,
      time: 0,
      time_for_children: 0,
      user: 4026531841,
      uts: 4026531842,
    });
    expect(warned).toEqual([]);
  } finally {
    rmSync(proc, { recursive: true });
  }
});

test('a process 1 that may not be looked at is told', () => {
  const proc = mkdtempSync(join(tmpdir(), 'proc-'));
  try {
    writeFileSync(join(proc, '1'), 'no directory');
    expect(Object.values(told([scope('init_namespaces')], proc)[0]?.args ?? {})).toEqual(Array(10).fill(0));
    expect(warned).toEqual([expect.stringContaining('may not be looked at (ENOTDIR): what it shows is 0')]);
  } finally {
    rmSync(proc, { recursive: true });
  }
});
