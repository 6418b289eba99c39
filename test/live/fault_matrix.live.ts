import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { note } from './fault_rows';
import { Account, FifoReader, numbered } from './numbered';
import { triggers } from './session';

const callsEachMs = 10;
const someMs = 1500;

/** Every call is delivered once, or told as lost. */
function assertAccounted(sent: number, { distinct, doubled, lost }: Account, stderr: string): void {
  assert.deepEqual({ accounted: distinct + Number(lost), doubled }, { accounted: sent, doubled: 0 }, stderr);
}

const cache = (directory: string, bytes = '1000') => {
  mkdirSync(join(directory, 'cache'), { recursive: true, mode: 0o700 });
  return ['--cache', `disk,disk-cache-dir=${directory}/cache`, '--cache', `mem-cache-size=2,disk-cache-size=${bytes}`];
};

test('the reader is killed', async () => {
  const account = new Account();
  const run = await numbered(
    callsEachMs,
    () => [],
    async ({ fifo, stopCalls }) => {
      const first = new FifoReader(fifo, account);
      await sleep(someMs);
      first.pause();
      await sleep(someMs / 2);
      await first.kill();
      await sleep(someMs);
      const second = new FifoReader(fifo, account);
      await stopCalls();
      return second;
    },
  );
  await run.result.closed;
  assertAccounted(run.sent, account, run.stderr);
  assert.equal(account.lost, 0n);
  note(
    'reader killed',
    'the next one gets what it may not have worked off, flagged (1 MiB at most), what was left in the pipe, and what waited',
    run.sent,
    account,
  );
});

test('the FIFO is removed, and made anew', async () => {
  const account = new Account();
  const run = await numbered(
    callsEachMs,
    () => [],
    async ({ fifo, stopCalls }) => {
      const first = new FifoReader(fifo, account);
      await sleep(someMs);
      rmSync(fifo);
      await sleep(someMs / 2);
      await first.kill();
      await sleep(someMs);
      execFileSync('mkfifo', ['-m', '600', fifo]);
      const second = new FifoReader(fifo, account);
      await sleep(someMs / 2);
      await stopCalls();
      return second;
    },
  );
  await run.result.closed;
  assertAccounted(run.sent, account, run.stderr);
  assert.equal(account.lost, 0n);
  note(
    'FIFO removed',
    'whoever has it open reads on; collecting goes on, and the FIFO that is made anew is found',
    run.sent,
    account,
  );
});

test('the disk of the cache is full', async () => {
  const account = new Account();
  const mount = (directory: string) => {
    mkdirSync(join(directory, 'cache'), { recursive: true, mode: 0o700 });
    const script = `mount -t tmpfs -o size=2m,mode=700 none ${directory}/cache && exec "$@"`;
    return ['unshare', '--mount', 'sh', '-c', script, 'sh'];
  };
  const run = await numbered(
    callsEachMs * 10,
    cache,
    async ({ fifo, stopCalls }) => {
      await sleep(2 * someMs);
      const reader = new FifoReader(fifo, account);
      await sleep(someMs / 2);
      await stopCalls();
      return reader;
    },
    mount,
  );
  await run.result.closed;
  assertAccounted(run.sent, account, run.stderr);
  assert.ok(
    account.losses.some(({ reason }) => reason === 'spillFull'),
    run.stderr,
  );
  note('disk full', 'the newest are dropped, and counted at that place of the stream', run.sent, account);
});

test('the collector is killed, and started again', async () => {
  const account = new Account();
  const first = await numbered(callsEachMs * 4, cache, async ({ directory, collector, stopCalls }) => {
    await sleep(someMs);
    const sent = await stopCalls();
    await sleep(someMs / 2); // until the queue is on disk beyond its half
    process.kill(collector, 'SIGKILL');
    await sleep(200);
    const segments = readdirSync(join(directory, 'cache')).map((name) => readFileSync(join(directory, 'cache', name)));
    return { sent, segments };
  });
  assert.equal(first.signal, 'SIGKILL');
  const again = (directory: string) => {
    const options = cache(directory);
    for (const [i, bytes] of first.result.segments.entries())
      writeFileSync(join(directory, 'cache', `${(i + 1).toString(16).padStart(16, '0')}.spill`), bytes, {
        mode: 0o600,
      });
    return options;
  };
  const second = await numbered(0, again, async ({ fifo }) => {
    const reader = new FifoReader(fifo, account);
    await sleep(someMs);
    return reader;
  });
  await second.result.closed;
  assert.match(second.stderr, /events of earlier runs delivered/);
  assert.equal(account.doubled, 0);
  // in memory: half of a queue of 2 MB
  assert.ok(
    account.distinct > first.result.sent - 10_000 && account.distinct > 0,
    `${account.distinct} of ${first.result.sent}`,
  );
  note(
    'collector killed',
    'what was on disk is first in the next run; what was in memory (half of mem-cache-size at most) is gone, and no count knows it',
    first.result.sent,
    account,
  );
});

test('a ring of one page', async () => {
  const account = new Account();
  const run = await numbered(
    callsEachMs * 10,
    () => ['--ring-size', '4KiB'],
    async ({ fifo, stopCalls }) => {
      const reader = new FifoReader(fifo, account);
      await sleep(someMs);
      await stopCalls();
      return reader;
    },
  );
  await run.result.closed;
  assertAccounted(run.sent, account, run.stderr);
  assert.ok(account.lost > 0n);
  note('ring of 4 KiB', 'what it has no room for is lost, by CPU, event and reason', run.sent, account);
});

test('no room in the queue', async () => {
  const account = new Account();
  const run = await numbered(
    callsEachMs * 10,
    () => ['--queue-size', '1MiB'],
    async ({ fifo, stopCalls }) => {
      await sleep(someMs);
      const reader = new FifoReader(fifo, account);
      await sleep(someMs / 2);
      await stopCalls();
      return reader;
    },
  );
  await run.result.closed;
  assertAccounted(run.sent, account, run.stderr);
  assert.ok(
    account.losses.some(({ reason }) => reason === 'queueFull'),
    run.stderr,
  );
  note('queue of 1 MiB full', 'the newest are dropped, and counted; the memory stays bounded', run.sent, account);
});

test('memory is refused to the queue', async () => {
  const account = new Account();
  const run = await numbered(
    callsEachMs * 10,
    () => [],
    async ({ fifo, collector, stopCalls }) => {
      const inUse = Number(/^VmData:\s+(\d+) kB/m.exec(readFileSync(`/proc/${collector}/status`, 'latin1'))?.[1]) << 10;
      execFileSync('prlimit', ['--pid', String(collector), `--data=${inUse + (8 << 20)}`]);
      await sleep(someMs);
      const reader = new FifoReader(fifo, account);
      await sleep(someMs / 2);
      await stopCalls();
      return reader;
    },
  );
  await run.result.closed;
  assert.equal(run.code, 0, run.stderr);
  assertAccounted(run.sent, account, run.stderr);
  assert.ok(
    account.losses.some(({ reason }) => reason === 'queueFull'),
    run.stderr,
  );
  assert.match(run.stderr, /queue: memory was refused/);
  note(
    'memory refused to the queue',
    'it stays as small as it is, 16 MiB that were put aside are given back to the rest of the process, and what has no room is dropped and counted',
    run.sent,
    account,
  );
});

test('no descriptor is left', async () => {
  const account = new Account();
  const limit = (pid: number, soft: number) => execFileSync('prlimit', ['--pid', String(pid), `--nofile=${soft}:4096`]);
  const run = await numbered(
    callsEachMs,
    () => [],
    async ({ fifo, collector, stopCalls }) => {
      const first = new FifoReader(fifo, account);
      await sleep(someMs);
      await first.kill();
      await sleep(200); // a reader that comes in the same millisecond is the same to the writer
      limit(collector, 8);
      const second = new FifoReader(fifo, account);
      await sleep(someMs);
      assert.equal(second.bytes, 0, 'it cannot be opened');
      limit(collector, 4096);
      await sleep(someMs / 2);
      await stopCalls();
      return second;
    },
  );
  await run.result.closed;
  assertAccounted(run.sent, account, run.stderr);
  assert.equal(account.lost, 0n);
  note(
    'descriptor limit reached',
    'collecting goes on; the FIFO is opened when a descriptor is to be had',
    run.sent,
    account,
  );
});

test('a link is detached from outside', async () => {
  const account = new Account();
  const run = await numbered(
    callsEachMs,
    () => [],
    async ({ fifo, collector, log, stopCalls }) => {
      const reader = new FifoReader(fifo, account);
      await sleep(someMs);
      const fds = readdirSync(`/proc/${collector}/fd`).filter((fd) => {
        const isLink = readlinkSync(`/proc/${collector}/fd/${fd}`).includes('bpf_link');
        return isLink && /sys_exit/.test(readFileSync(`/proc/${collector}/fdinfo/${fd}`, 'latin1'));
      });
      assert.equal(fds.length, 1);
      execFileSync(join(triggers, 'call_elsewhere'), [String(collector), 'close', fds[0] as string]);
      await sleep(2 * someMs);
      assert.match(log(), /program syscall_exit: not attached any more: .*it is attached again/);
      await stopCalls();
      return reader;
    },
  );
  await run.result.closed;
  const { distinct, doubled, lost } = account;
  assert.equal(doubled, 0);
  assert.equal(lost, 0n);
  // a look a second
  assert.ok(distinct < run.sent && distinct > run.sent / 3, `${distinct} of ${run.sent}`);
  note(
    'link detached from outside',
    'noticed and attached again within a second; probe_detached tells since when nothing was seen, and collector_tampering makes a finding of it',
    run.sent,
    account,
  );
});
