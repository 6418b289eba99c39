import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Account, FifoReader, numbered } from './numbered';

/** At length: npm run soak. */
const seconds = Number(process.env.SOAK_SECONDS ?? 15);
const callsEachMs = Number(process.env.SOAK_CALLS ?? 20);
const longestPauseMs = Number(process.env.SOAK_PAUSE ?? 3000);
const killEachMs = 2000;
/** A reader that comes in the same millisecond is the same to the writer; a process takes longer. */
const processStartMs = 200;

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
  );
  assert.ok(most < 400, `${most} MB`);
});

test(`${seconds} s with a reader that dies every ${killEachMs / 1000} s: each event once, none missing`, async () => {
  const account = new Account();
  let deaths = 0;
  const run = await numbered(callsEachMs, disk, async ({ fifo, stopCalls }) => {
    let reader = new FifoReader(fifo, account);
    for (const end = Date.now() + seconds * 1000; Date.now() < end; deaths++) {
      await sleep(killEachMs / 2);
      // what it does not read any more is in the pipe when it dies
      reader.pause();
      await sleep(killEachMs / 2);
      await reader.kill();
      await sleep(processStartMs);
      reader = new FifoReader(fifo, account);
    }
    await stopCalls();
    return reader;
  });
  await run.result.closed;
  assert.equal(run.code, 0, run.stderr);
  console.log(`${run.sent} calls, ${deaths} readers died`);
  assert.equal(account.distinct, run.sent, 'none is missing');
  assert.equal(account.doubled, 0, 'none came twice');
  assert.equal(account.lost, 0n);
});

test('after a burst that overflows the ring, the stream is without loss again within a second', async () => {
  const account = new Account();
  const stopMs = 1500;
  const options = ['--ring-size', '256KiB', '--throttle', 'off'];
  const run = await numbered(
    callsEachMs,
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
