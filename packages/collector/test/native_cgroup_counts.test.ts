import { openSync } from 'node:fs';
import { loadNative } from '../src/load_native';
import { until } from './native/counts';
import { compileFixture, forProcess, getuid, u64 } from './native/fixture';

const native = loadNative();
const object = compileFixture();

test('events by cgroup: those that counted the least make room, and the sum stays', async () => {
  const session = new native.Session();
  session.load(forProcess(object, process.pid));
  session.start({ target: openSync('/dev/null', 'w'), preamble: new Uint8Array(), queueBytes: 64 << 20 }, () => {});
  session.attach(['enter']);
  // the first again and again, so that none of the others takes its place
  let made = 0;
  const call = (cgroup: number, times: number) => {
    session.setGlobal('cgroup', 0, u64(BigInt(cgroup)));
    getuid(times);
    made += times;
  };
  call(1000, 500);
  for (let cgroup = 1; cgroup <= 100; cgroup++) call(cgroup, 1 + (cgroup % 7));
  call(1000, 500);
  call(0, 3);
  await until('all are taken', () => session.counters().consumed >= BigInt(made));

  // other tests may load the object at the same time
  const collectors = new Set(native.programStatistics().map(({ collector }) => collector));
  const all = [...collectors].map((collector) => native.cgroupCountsOf(collector));
  const counts = all.find((one) => one.some(({ cgroup }) => cgroup === 1000n)) ?? [];
  await session.stop(() => new Uint8Array(), 0);
  const of = (cgroup: bigint) => counts.find((count) => count.cgroup === cgroup);
  expect(counts.reduce((sum, { events }) => sum + Number(events), 0)).toBe(made);
  expect(of(1000n)).toEqual({ cgroup: 1000n, containerId: '', name: '', events: 1000n, lost: 0n });
  expect(counts).toHaveLength(17);
  expect(Number(of(0n)?.events)).toBeGreaterThan(3);
});
