import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { countedEach, counting } from './counting';
import { note } from './fault_rows';
import { Account, FifoReader, numbered } from './numbered';
import { findings, temporaryDirectory } from './pipeline';
import { bin, outcome, readyMs, until } from './session';

// the virtual machine says that it is one (test/vm/clock.vm.mjs)
if (process.env.MAY_SET_CLOCK === undefined)
  throw new Error('stepped clock: it sets the clock of the machine (run it in a virtual one: npm test -- --vm)');

const callsEachMs = 2;
const someMs = 3000;
const hour = 3600;

/** Adds to the clock of the day, in seconds. */
function step(by: number): void {
  execFileSync('date', ['-s', `@${Math.floor(Date.now() / 1000) + by}`], { stdio: 'ignore' });
}

/** An hour back, then two forward, with events before, between and after. */
async function stepBackAndForward(): Promise<void> {
  const [before, running] = [Date.now(), performance.now()];
  await sleep(someMs);
  step(-hour);
  await sleep(someMs);
  step(2 * hour);
  await sleep(someMs);
  const stepped = (Date.now() - before - (performance.now() - running)) / 1000;
  assert.ok(Math.abs(stepped - hour) < 10, `${stepped} s`);
}

for (const [how, options] of [
  ['nearly sorted', []],
  ['sorted', ['--output', 'sort-events']],
] as const)
  test(`the clock is stepped, ${how}: every event once, in order, none late, and the statistics go on`, async () => {
    const account = new Account();
    const run = await numbered(
      callsEachMs,
      () => options,
      async ({ fifo, stopCalls }) => {
        const reader = new FifoReader(fifo, account);
        await stepBackAndForward();
        await stopCalls();
        return reader;
      },
    );
    await run.result.closed;
    assert.equal(run.code, 0, run.stderr);
    const { distinct, doubled, disordered, late, lost } = account;
    assert.deepEqual(
      { distinct, doubled, disordered, late, lost },
      { distinct: run.sent, doubled: 0, disordered: 0, late: 0, lost: 0n },
    );
    assert.ok(account.statistics >= 5, `${account.statistics} statistics frames`);
    if (how === 'sorted')
      note(
        'clock set back an hour, then forward two',
        'nothing: times are of the boot clock; what waits goes by the time that runs on',
        run.sent,
        account,
      );
  });

test('the clock is stepped: the rules engine matches each event, and ends with the stream', async () => {
  const directory = temporaryDirectory();
  try {
    writeFileSync(join(directory, 'counts.js'), counting);
    const run = await numbered(
      callsEachMs,
      () => [],
      async ({ fifo, stopCalls }) => {
        const options = ['--input', fifo, '--rules-dir', directory, '--rules', 'ACME-1', '--no-check-types'];
        const engine = spawn(process.execPath, [bin('tracee-rules'), ...options], {
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        let found = '';
        engine.stdout.on('data', (text) => (found += text));
        const ended = outcome(engine);
        await until(() => found !== '', readyMs, 'the first finding');
        await stepBackAndForward();
        await stopCalls();
        return { ended };
      },
    );
    const { code, stdout, stderr } = await run.result.ended;
    assert.equal(code, 0, stderr);
    assert.match(stderr, new RegExp(`: ${run.sent.toLocaleString('en')} events, `));
    const times = findings(stdout).map(({ timestamp }) => BigInt(timestamp));
    assert.equal(times.length, Math.floor(run.sent / countedEach));
    // of the boot clock, as of the start: no step is in them
    for (const [at, time] of times.entries()) assert.ok(at === 0 || time - (times[at - 1] as bigint) < 60_000_000_000n);
    assert.deepEqual(
      times,
      [...times].sort((a, b) => (a < b ? -1 : 1)),
    );
  } finally {
    rmSync(directory, { recursive: true });
  }
});
