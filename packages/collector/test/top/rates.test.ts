import { top } from '../../src/cli/top';
import { eventRows, programRows } from '../../src/top/rates';
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
const before: Sample = {
  atMs: 1000,
  programs: [program('sched_process_exit', 100n, 50_000n), program('syscall_exit', 0n, 0n), program('gone', 1n, 1n)],
  counts: new Map([[7, [{ id: exitId, produced: 10n, lost: 1n }]]]),
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
