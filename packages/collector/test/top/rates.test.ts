import { top } from '../../src/cli/top';
import { containerRows, eventRows, programRows } from '../../src/top/rates';
import type { Sample } from '../../src/top/sample';
import { sorted, topTable } from '../../src/top/table';
import { fakeNative } from '../fake_native';

const program = (name: string, runs: bigint, runTimeNs: bigint, collector = 7) => ({
  collector,
  program: name,
  runs,
  runTimeNs,
});
const exitId = 2002;
const cgroup = (id: bigint, containerId: string, name: string, events: bigint, lost = 0n) => ({
  cgroup: id,
  containerId,
  name,
  events,
  lost,
});
const before: Sample = {
  atMs: 1000,
  programs: [program('sched_process_exit', 100n, 50_000n), program('syscall_exit', 0n, 0n), program('gone', 1n, 1n)],
  counts: new Map([[7, [{ id: exitId, produced: 10n, lost: 1n }]]]),
  cgroups: new Map([[7, [cgroup(20n, 'c0ffee', '', 1000n), cgroup(30n, '', '/old.slice', 500n)]]]),
};
const after: Sample = {
  atMs: 3000,
  programs: [
    program('sched_process_exit', 2100n, 1_050_000n),
    program('syscall_exit', 4000n, 20_000_000n),
    program('new', 5n, 5n),
  ],
  counts: new Map([
    [
      7,
      [
        { id: exitId, produced: 2010n, lost: 401n },
        { id: 257, produced: 100n, lost: 0n },
      ],
    ],
    [8, []],
  ]),
  cgroups: new Map([
    [
      7,
      [
        cgroup(20n, 'c0ffee', 'web', 3000n, 10n),
        cgroup(21n, 'c0ffee', 'web', 200n),
        cgroup(22n, 'decaf', '', 40n),
        cgroup(30n, '', '/old.slice', 100n),
        cgroup(31n, '', '', 4n),
        cgroup(0n, '', '', 2n),
      ],
    ],
  ]),
};

test('rates of programs: what a run takes times how often it runs is the share of a core', () => {
  expect(programRows(before, after)).toEqual([
    {
      name: 'sched_process_exit',
      collector: 7,
      runsPerSecond: 1000,
      nsPerRun: 500,
      corePercent: 0.05,
      eventsPerSecond: 800,
      lostPerSecond: 200,
    },
    {
      name: 'syscall_exit',
      collector: 7,
      runsPerSecond: 2000,
      nsPerRun: 5000,
      corePercent: 1,
      eventsPerSecond: 50,
      lostPerSecond: 0,
    },
  ]);
});

test('rates of events: the work of a program that reports many is in no line', () => {
  expect(
    eventRows(before, after).map(({ name, corePercent, eventsPerSecond }) => [name, corePercent, eventsPerSecond]),
  ).toEqual([
    ['sched_process_exit', 0.05, 800],
    ['openat', 0, 50],
  ]);
});

test('rates of containers: all cgroups of one are one line, and what lost its place begins anew', () => {
  expect(
    containerRows(before, after).map((row) => [row.name, row.containerId, row.eventsPerSecond, row.lostPerSecond]),
  ).toEqual([
    ['web', 'c0ffee', 1100, 5],
    ['decaf', 'decaf', 20, 0],
    ['/old.slice', '', 50, 0],
    ['cgroup 31', '', 2, 0],
    ['(others)', '', 1, 0],
  ]);
  const [web] = containerRows(before, after);
  expect(web).toMatchObject({ events: 3200, lost: 10, runsPerSecond: null, nsPerRun: null, corePercent: null });
  expect(topTable([...containerRows(before, after)].slice(0, 2), 'container', 'events')).toBe(
    [
      'CONTAINER                                         %CORE     RUNS/S     NS/RUN  EVENTS/S*     LOST/S',
      'web                                                   -          -          -       1100          5',
      'decaf                                                 -          -          -         20          0',
      '',
    ].join('\n'),
  );
});

test('the table', () => {
  const rows = programRows(before, after);
  expect(sorted(rows, 'lost').map(({ name }) => name)).toEqual(['sched_process_exit', 'syscall_exit']);
  expect(topTable(rows, 'program', 'core')).toBe(
    [
      'PROGRAM                                          %CORE*     RUNS/S     NS/RUN   EVENTS/S     LOST/S',
      'syscall_exit                                      1.000       2000       5000         50          0',
      'sched_process_exit                                0.050       1000        500        800        200',
      '1.050 % of a core in all',
      '',
    ].join('\n'),
  );
  expect(topTable(rows, 'program', 'core', 3).split('\n')).toHaveLength(4);
});

test('nothing runs, and wrong words', async () => {
  const print = () => {};
  await expect(top(['--once', '--interval', '1ms'], print, fakeNative())).rejects.toThrow('no tracee-collect runs');
  await expect(top(['--sort', 'cpu'], print, fakeNative())).rejects.toThrow('--sort: "cpu": not known');
  await expect(top(['--interval', 'x'], print, fakeNative())).rejects.toThrow('--interval: "x"');
});
