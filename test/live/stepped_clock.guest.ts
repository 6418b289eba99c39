import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { note } from './fault_rows';
import { NotingEngine } from './noting_engine';
import { Account, FifoReader, numbered } from './numbered';
import { readyMs, until } from './session';

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
  const account = new Account();
  const run = await numbered(
    callsEachMs,
    () => [],
    async ({ fifo, directory, stopCalls }) => {
      const engine = new NotingEngine(fifo, directory);
      const ended = engine.start();
      await until(() => engine.noted > 0, readyMs, 'the engine');
      await stepBackAndForward();
      await stopCalls();
      return { engine, ended };
    },
  );
  const { code, stderr } = await run.result.ended;
  run.result.engine.readInto(account);
  assert.equal(code, 0, stderr);
  assert.deepEqual([account.distinct, account.doubled, account.disordered], [run.sent, 0, 0]);
});
