import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EventCounts, type EventName, findEvent, type LossReason } from '@tracee/event-schema';
import { contents, startLoad } from './load';
import { temporaryDirectory } from './pipeline';
import { collect } from './session';

const idOf = (name: EventName): number => findEvent(name)?.id as number;
const control = ['sched_process_fork', 'sched_process_exit'] as const;
type Run = Awaited<ReturnType<typeof flood>>;

const stopMs = 400;

/**
 * Floods from all CPUs while processes come and go; gives the truth and the stream. `stops`: the collector is halted for a while, as on a
 * machine without a CPU to spare, so that a ring of any size overflows.
 */
async function flood(seconds: number, options: readonly string[], events: readonly EventName[], stops = false) {
  const dir = temporaryDirectory();
  try {
    const capture = join(dir, 'run.frames');
    const load = startLoad<'getppid' | 'processes' | 'seconds'>('flood', [seconds]);
    const scope = ['--trace', `tree=${load.pid}`, '--trace', `event=${events.join(',')}`];
    const all = [...options, '--output', `frames=${capture}`, ...scope];
    const { truth, code, stderr } = await collect(all, async (collector) => {
      const made = load.go();
      if (stops) {
        await sleep(stopMs);
        collector.kill('SIGSTOP');
        await sleep(stopMs);
        collector.kill('SIGCONT');
      }
      return made;
    });
    assert.equal(code, 0, stderr);
    const stream = contents(capture);
    const countsOf = (name: EventName): EventCounts => {
      const counts = stream.end?.events.find(({ id }) => id === idOf(name));
      assert.ok(counts, `${name} is counted`);
      return counts;
    };
    return { truth, stream, countsOf };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** By reason, what the loss frames say of an event. */
function toldByReason({ stream }: Run, name: EventName) {
  const told: Partial<Record<LossReason | 'unknown', bigint>> = {};
  for (const { reason, eventId, count } of stream.losses)
    if (eventId === idOf(name)) told[reason] = (told[reason] ?? 0n) + count;
  return told;
}

/** Every call of the flood is delivered, or told as lost for the reason that was counted. */
function assertExact(run: Run) {
  const { produced, delivered, ringFull, tooLarge, queueFull, throttled = 0n } = run.countsOf('getppid');
  assert.equal(Number(produced), run.truth.getppid);
  assert.equal(produced, delivered + ringFull + tooLarge + queueFull + throttled);
  assert.equal(Number(delivered), run.stream.counts.getppid);
  const told = toldByReason(run, 'getppid');
  assert.equal(told.ringFull ?? 0n, ringFull, 'told as ringFull');
  assert.equal(told.throttled ?? 0n, throttled, 'told as throttled');
  assert.equal(told.queueFull ?? 0n, queueFull, 'told as queueFull');
  // the last ones that a CPU lost have no record behind them: they are told at the end
  const { gaps, tail } = run.stream;
  assert.equal(gaps + tail, ringFull, 'what the ring had no room for leaves a gap, what was held back none');
  return { ringFull, throttled };
}

/** Of the processes, every fork and every exit is there. */
function assertControl(run: Run) {
  const { truth, stream } = run;
  assert.ok(truth.processes > 20, `${truth.processes} processes were made`);
  assert.equal(stream.counts.sched_process_fork, truth.processes);
  // and the generator itself
  assert.equal(stream.counts.sched_process_exit, truth.processes + 1);
  for (const name of control) {
    const { produced, delivered } = run.countsOf(name);
    assert.equal(
      produced,
      delivered,
      `${name}: none lost: ${JSON.stringify(run.countsOf(name), (_, v) => (typeof v === 'bigint' ? `${v}` : v))}`,
    );
    assert.deepEqual(toldByReason(run, name), {});
  }
}

test('a flood from all CPUs, a ring of 1 MiB: no control event lost, every other accounted for, the cgroup named', async () => {
  const run = await flood(3, ['--ring-size', '1MiB'], ['getppid', ...control], true);
  assertControl(run);
  const { throttled } = assertExact(run);
  assert.ok(throttled > 0n, 'the flood was held back');
  const [own, ...others] = run.stream.cgroups;
  assert.equal(others.length, 0, 'the generator has one cgroup');
  const named = run.stream.losses.filter(({ reason }) => reason === 'throttled').map(({ cgroupId }) => cgroupId);
  assert.deepEqual([...new Set(named)], [own], 'and that is who is named');
});

test('--throttle off: what the ring has no room for is lost of the flood alone', async () => {
  const run = await flood(2, ['--throttle', 'off', '--ring-size', '1MiB'], ['getppid', ...control], true);
  assertControl(run);
  const { ringFull, throttled } = assertExact(run);
  assert.ok(ringFull > 0n, 'the ring was full');
  assert.equal(throttled, 0n);
});

test('--critical: an event that the user marks is lost no more than a fork', async () => {
  const options = ['--ring-size', '1MiB', '--critical', 'exit_group'];
  const run = await flood(2, options, ['getppid', 'exit_group', ...control], true);
  assertControl(run);
  assertExact(run);
  assert.equal(run.stream.counts.exit_group, run.truth.processes + 1);
});

test('sort-events: the order of time, over both rings and all CPUs', async () => {
  const run = await flood(2, ['--output', 'sort-events', '--throttle', 'off'], ['getppid', ...control]);
  assertControl(run);
  assert.equal(run.stream.backwards.unflagged, 0, 'what is not in order is flagged as late');
  assert.ok(
    run.stream.backwards.flagged * 1000 <= run.truth.getppid,
    `${run.stream.backwards.flagged} events came late`,
  );
});
