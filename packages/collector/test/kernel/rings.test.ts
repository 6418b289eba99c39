import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { events, findEvent } from '@tracee/event-schema';
import { controlEvents, throttleConstants } from '../../src/kernel/rings';

const include = join(dirname(require.resolve('@tracee/bpf-core/package.json')), 'include');
const number = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).readBigUInt64LE();

test('control events are those whose definition says so, and those that are marked; by id', () => {
  const idOf = (name: string) => findEvent(name)?.id as number;
  const plain = controlEvents(events, new Set());
  for (const name of ['sched_process_fork', 'sched_process_exec', 'sched_process_exit', 'finit_module', 'mount'])
    expect([name, plain[idOf(name)]]).toEqual([name, 1]);
  expect(plain[idOf('openat')]).toBe(0);
  expect(plain.reduce((sum, one) => sum + one, 0)).toBe(events.filter(({ control }) => control).length);
  const marked = controlEvents(events, new Set(['openat']));
  expect(marked[idOf('openat')]).toBe(1);
});

test('there is a byte for every id that the programs know', () => {
  const header = readFileSync(join(include, 'record.h'), 'utf8');
  expect(controlEvents(events, new Set())).toHaveLength(Number(/#define EVENT_IDS (\d+)/.exec(header)?.[1]));
});

test('a share is told in ns: what a record costs, how far a cgroup may be ahead, from which level of the ring on', () => {
  const constants = throttleConstants({ eventsPerSecond: 50_000, burst: 100 }, 1 << 20);
  expect(number(constants.throttle_cost)).toBe(20_000n);
  expect(number(constants.throttle_burst)).toBe(2_000_000n);
  expect(number(constants.throttle_above)).toBe(786_432n);
  expect(number(throttleConstants(undefined, 1 << 20).throttle_cost)).toBe(0n);
});
