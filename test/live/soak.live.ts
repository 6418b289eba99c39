import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { countedEach, counting } from './counting';
import { NotingEngine } from './noting_engine';
import { Account, FifoReader, numbered } from './numbered';
import { replay, temporaryDirectory } from './pipeline';
import { bin, outcome, readyMs, until } from './session';

/** At length: npm run soak. */
const seconds = Number(process.env.SOAK_SECONDS ?? 15);
const callsEachMs = Number(process.env.SOAK_CALLS ?? 20);
const longestPauseMs = Number(process.env.SOAK_PAUSE ?? 3000);
const killEachMs = 2000;
/** Of the run with deaths: each event costs its engine a write, and one that is behind for long is put aside as too slow. */
const [killSeconds, killCalls] = [Math.min(seconds, 300), Math.min(callsEachMs, 20)];
/** A capture of a gigabyte, at a rate that two CPUs keep up with. */
const [mostCaptured, capturedCalls] = [6_000_000, Math.min(callsEachMs, 150)];

const disk = (directory: string) => {
  mkdirSync(`${directory}/cache`, { mode: 0o700 });
  return [
    '--cache',
    'disk',
    '--cache',
    `disk-cache-dir=${directory}/cache`,
    '--cache',
    'mem-cache-size=64',
    '--cache',
    'disk-cache-size=4000',
  ];
};

/** Megabytes that a process holds in memory. */
const residentMb = (pid: number) =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]) / 1024;

test(`${seconds} s at ${callsEachMs} k events/s, the reader pauses at random: none lost, none twice, the order kept, the memory bounded`, async () => {
  const account = new Account();
  let [most, pauses] = [0, 0];
  const run = await numbered(callsEachMs, disk, async ({ fifo, collector, stopCalls }) => {
    const reader = new FifoReader(fifo, account);
    for (const end = Date.now() + seconds * 1000; Date.now() < end; pauses++) {
      reader.pause();
      await sleep(Math.random() * longestPauseMs);
      most = Math.max(most, residentMb(collector));
      reader.resume();
      await sleep((Math.random() * longestPauseMs) / 2);
      most = Math.max(most, residentMb(collector));
    }
    await stopCalls();
    return reader;
  });
  await run.result.closed;
  assert.equal(run.code, 0, run.stderr);
  console.log(`${run.sent} calls, ${pauses} pauses, at most ${most.toFixed(0)} MB resident`);
  const { distinct, doubled, disordered, lost } = account;
  assert.deepEqual(
    { distinct, doubled, disordered, lost },
    { distinct: run.sent, doubled: 0, disordered: 0, lost: 0n },
    account.lossText(),
  );
  assert.ok(most < 400, `${most} MB`);
});

test(`${killSeconds} s, and the rules engine is killed every ${killEachMs / 1000} s: its signature sees each event, and none twice that is not flagged`, async () => {
  const account = new Account();
  let deaths = 0;
  const run = await numbered(killCalls, disk, async ({ fifo, directory, stopCalls }) => {
    const engine = new NotingEngine(fifo, directory);
    for (const end = Date.now() + killSeconds * 1000; Date.now() < end; deaths++) {
      const before = engine.noted;
      engine.start();
      // on a busy machine a start takes longer
      await Promise.all([sleep(killEachMs), until(() => engine.noted > before, readyMs, 'an engine at work')]);
      await engine.kill();
    }
    const before = engine.noted;
    const last = engine.start();
    await until(() => engine.noted > before, readyMs, 'the last engine');
    await stopCalls();
    // a collector that ends gives a reader up that takes nothing for two seconds, and leaves the rest on disk
    for (let noted = -1; noted < engine.noted; await sleep(5000)) noted = engine.noted;
    return { engine, last, notes: () => engine.readInto(account) };
  });
  // its directory is gone by now, the log is open
  const { code, stderr } = await run.result.last;
  run.result.notes();
  assert.equal(run.code, 0, run.stderr);
  assert.equal(code, 0, stderr);
  console.log(`${run.sent} calls, ${deaths} engines killed at work, ${account.resent} events seen again`);
  const { distinct, doubled } = account;
  assert.deepEqual({ distinct, doubled }, { distinct: run.sent, doubled: 0 }, run.stderr);
  assert.ok(deaths > 0 && account.resent > 0);
});

test('live equals replay: what was found of a stream is found again in its capture, byte for byte', async () => {
  const directory = temporaryDirectory();
  try {
    writeFileSync(join(directory, 'counts.js'), counting);
    const capture = join(directory, 'capture');
    const options = ['--rules-dir', directory, '--no-check-types', '--rules-set', 'current,classic'];
    const rules = [process.execPath, bin('tracee-rules'), '--output', 'json', ...options];
    const run = await numbered(
      capturedCalls,
      () => [],
      async ({ fifo, stopCalls }) => {
        const script = 'capture=$1 fifo=$2; shift 2; tee "$capture" <"$fifo" | "$@"';
        const live = spawn('sh', ['-c', script, 'sh', capture, fifo, ...rules], { stdio: ['ignore', 'pipe', 'pipe'] });
        const found = outcome(live);
        await sleep(Math.min(seconds * 1000, mostCaptured / capturedCalls));
        await stopCalls();
        return { found };
      },
    );
    const live = await run.result.found;
    assert.equal(live.code, 0, live.stderr);
    const again = await replay(capture, options);
    assert.equal(again.code, 0, again.stderr);
    const lines = live.stdout.split('\n').length - 1;
    console.log(`${run.sent} events, ${lines} findings`);
    assert.equal(lines, Math.floor(run.sent / countedEach));
    assert.ok(again.stdout === live.stdout, 'the replay found something else');
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('after a burst that overflows the ring, the stream is without loss again within a second', async () => {
  const account = new Account();
  const stopMs = 1500;
  const options = ['--ring-size', '256KiB', '--throttle', 'off'];
  const run = await numbered(
    Math.min(callsEachMs, 20), // the ring holds 1,300 records
    () => options,
    async ({ fifo, collector, stopCalls }) => {
      const reader = new FifoReader(fifo, account);
      await sleep(1000);
      process.kill(collector, 'SIGSTOP');
      await sleep(stopMs);
      process.kill(collector, 'SIGCONT');
      const resumedNs = Number(process.hrtime.bigint());
      await sleep(3000);
      await stopCalls();
      return { reader, resumedNs };
    },
  );
  await run.result.reader.closed;
  assert.equal(run.code, 0, run.stderr);
  assert.ok(account.lost > 0n, 'the ring overflowed');
  assert.equal(BigInt(account.distinct) + account.lost, BigInt(run.sent));
  const latest = Number(account.losses.at(-1)?.lastTimestamp);
  // CLOCK_MONOTONIC, on a machine that never slept the same as the time since boot
  const afterMs = (latest - run.result.resumedNs) / 1e6;
  console.log(
    `${account.lost} of ${run.sent} lost, the last ${afterMs.toFixed(0)} ms after the reader of the ring went on`,
  );
  assert.ok(afterMs < 1000, `${afterMs} ms`);
});
