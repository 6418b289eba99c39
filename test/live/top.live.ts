import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadNative } from '@tracee/collector';
import { startLoad } from './load';
import { bin, collect, outcome } from './session';

interface Row {
  readonly name: string;
  readonly runsPerSecond: number;
  readonly nsPerRun: number;
  readonly corePercent: number;
  readonly eventsPerSecond: number;
}

const startTop = (...args: string[]) =>
  spawn(process.execPath, [bin('tracee-collect'), 'top', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });

async function look(...args: string[]): Promise<{ by: string; intervalMs: number; rows: Row[] }> {
  const { stdout, stderr, code } = await outcome(startTop('--once', '--json', ...args));
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout);
}

const one = (rows: readonly Row[], name: string) => rows.find((row) => row.name === name) as Row;

/** Runs of a program, as long as somebody has the kernel count them. */
const runs = () =>
  loadNative()
    .programStatistics()
    .find(({ program }) => program === 'syscall_exit')?.runs;

test('top shows what a flood costs, by program and by event, and the kernel counts no longer when it was killed', async () => {
  const load = startLoad('flood', [15]);
  const scope = ['--trace', `tree=${load.pid}`, '--trace', 'event=getppid,sched_process_exit'];
  await collect(['--output', 'frames=file:/dev/null', '--throttle', 'off', ...scope], async () => {
    void load.go().catch(() => {}); // it is ended before its time
    const [programs, events] = await Promise.all([look(), look('--by', 'event', '--sort', 'events')]);
    const killed = startTop('--interval', '100ms');
    await new Promise((resolve) => killed.stdout?.once('data', resolve));
    const counting = runs();
    await sleep(200);
    assert.notEqual(runs(), counting);
    killed.kill('SIGKILL');
    await outcome(killed);
    await sleep(200);
    const counted = runs();
    await sleep(300);
    assert.equal(runs(), counted, 'nobody counts');
    process.kill(load.pid);

    const exit = one(programs.rows, 'syscall_exit');
    assert.equal(programs.rows[0], exit);
    assert.ok(exit.nsPerRun > 20 && exit.nsPerRun < 100_000, JSON.stringify(exit));
    assert.ok(Math.abs(exit.corePercent - (exit.runsPerSecond * exit.nsPerRun) / 1e7) < 0.01, JSON.stringify(exit));
    const getppid = one(events.rows, 'getppid');
    assert.equal(events.rows[0], getppid);
    // two looks at one flood, on a machine that others use; other system calls run the program, too, and are none of its events
    assert.ok(getppid.eventsPerSecond > 1000, JSON.stringify(getppid));
    assert.ok(exit.runsPerSecond > 0.9 * exit.eventsPerSecond, JSON.stringify(exit));
    const ratio = getppid.eventsPerSecond / exit.eventsPerSecond;
    assert.ok(ratio > 1 / 5 && ratio < 5, `${ratio}`);
  });
});
