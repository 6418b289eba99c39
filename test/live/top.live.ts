import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadNative } from '@tracee/collector';
import { contents, startLoad } from './load';
import { temporaryDirectory } from './pipeline';
import { containers, fakeDocker, newId, runc, runcObstacle } from './runc';
import { bin, collect, outcome } from './session';

const { bundle, isRunning, socket } = containers();

interface Row {
  readonly name: string;
  readonly runsPerSecond: number;
  readonly nsPerRun: number;
  readonly corePercent: number;
  readonly eventsPerSecond: number;
  /** Of a container, since the collector began. */
  readonly containerId?: string;
  readonly events?: number;
  readonly lost?: number;
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
  const load = startLoad('flood', [600]);
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

test('top by container: what two containers executed, under the name that the runtime gives', {
  skip: runcObstacle ?? false,
}, async () => {
  const executions = [300, 40];
  const ids = executions.map(newId);
  const server = await fakeDocker(socket, (id) => ({ Name: `/name-${id.slice(0, 8)}`, Config: { Image: 'busybox' } }));
  const started = ids.map((id, i) => {
    const loop = `read line; i=0; while [ $i -lt ${executions[i]} ]; do /bin/busybox true; i=$((i+1)); done; echo done; read line`;
    const path = bundle(id, ['sh', '-c', loop]);
    return spawn(runc as string, ['run', '--bundle', path, id], { stdio: ['pipe', 'pipe', 'inherit'] });
  });
  for (const id of ids) await isRunning(id);
  const scope = [
    '--trace',
    `container=${ids.map((id) => id.slice(0, 12)).join(',')}`,
    '--trace',
    'event=sched_process_exec',
  ];
  await collect(['--output', 'frames=file:/dev/null', '--crs', `docker:${socket}`, ...scope], async () => {
    for (const container of started) {
      container.stdin?.write('go\n');
      await once(container.stdout as NodeJS.ReadableStream, 'data');
    }
    const { rows } = await look('--by', 'container');
    assert.deepEqual(
      rows.map(({ name, containerId, events, lost }) => ({ name, containerId, events, lost })),
      ids
        .map((id, i) => ({ name: `name-${id.slice(0, 8)}`, containerId: id, events: executions[i], lost: 0 }))
        .sort((a, b) => a.name.localeCompare(b.name)),
    );
    for (const container of started) container.stdin?.end('go\n');
    await Promise.all(started.map((container) => once(container, 'exit')));
  });
  server.close();
});

test('top by container: what a flood lost by its share, in the line of its cgroup', async () => {
  const dir = temporaryDirectory();
  try {
    const capture = join(dir, 'run.frames');
    const load = startLoad<'getppid'>('flood', [2]);
    const scope = ['--trace', `tree=${load.pid}`, '--trace', 'event=getppid'];
    const rows = await collect(
      ['--ring-size', '1MiB', '--output', `frames=${capture}`, ...scope],
      async (collector) => {
        const made = load.go();
        await sleep(400);
        collector.kill('SIGSTOP');
        await sleep(400);
        collector.kill('SIGCONT');
        await made;
        return (await look('--by', 'container')).rows;
      },
    );
    const { losses, counts } = contents(capture);
    const held = losses.filter(({ reason }) => reason === 'throttled').reduce((sum, { count }) => sum + count, 0n);
    assert.ok(held > 0n, 'the flood was held back');
    assert.deepEqual(
      rows.truth.map(({ events, lost, containerId }) => ({ events, lost, containerId })),
      [{ events: counts.getppid, lost: Number(held), containerId: '' }],
    );
    assert.match(rows.truth[0]?.name ?? '', /^\//);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
