import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../packages/rules-engine/test/cli/free_port';
import { startLoad } from './load';
import { collect, startTrigger } from './session';

/** Status, body, and ms until they came. */
async function asked(address: string, path: string) {
  const before = performance.now();
  const answer = await fetch(`http://${address}${path}`);
  return { status: answer.status, body: await answer.text(), ms: performance.now() - before };
}

const served = (address: string) => ['--healthz', '--metrics', '--listen-addr', address];
const metricOf = (metrics: string, name: string) => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(metrics)?.[1]);
const renames = ['--output', 'json', '--trace', 'event=task_rename'];

test('an event of our own comes back from the kernel, and is none of the events', async () => {
  const trigger = startTrigger('anti_debugging');
  const address = `127.0.0.1:${await freePort()}`;
  const options = [...served(address), ...renames, '--trace', `tree=${trigger.pid}`];
  const { stdout, code, stderr } = await collect(options, async () => {
    await asked(address, '/metrics'); // the first request loads the client
    for (let time = 0; time < 3; time++) {
      const http = (await asked(address, '/nothing')).ms; // in an emulated guest some hundred ms
      const { status, body, ms } = await asked(address, '/healthz');
      assert.deepEqual([status, body], [200, 'OK\n']);
      assert.ok(ms - http < 1000, `${ms} ms, ${http} of them for HTTP`);
    }
    assert.match((await asked(address, '/metrics')).body, /^tracee_ebpf_lostevents_total 0$/m);
    trigger.end();
  });
  assert.equal(code, 0, stderr);
  assert.equal(stdout, '');
  assert.match(stderr, /stopped: 0 events, 0 lost/);
});

test('it comes back while a ring of 64 KiB overflows, and the metrics tell what was lost', async () => {
  const load = startLoad<'getppid'>('flood', [3]);
  const address = `127.0.0.1:${await freePort()}`;
  const flooded = [
    '--ring-size',
    '64KiB',
    '--throttle',
    'off',
    '--trace',
    `tree=${load.pid}`,
    '--trace',
    'event=getppid',
  ];
  const { truth, code, stderr } = await collect(
    [...served(address), '--output', 'frames=file:/dev/null', ...flooded],
    async () => {
      const made = load.go();
      const answers = [];
      for (let time = 0; time < 5; time++) answers.push(await asked(address, '/healthz'));
      const calls = await made;
      // the last of them are still on their way
      let metrics = '';
      const arrived = () =>
        metricOf(metrics, 'tracee_ebpf_lostevents_total') + metricOf(metrics, 'tracee_ebpf_events_total');
      for (let time = 0; time < 50 && arrived() !== calls.getppid; time++) {
        metrics = (await asked(address, '/metrics')).body;
        await sleep(20);
      }
      return { calls, answers, metrics, arrived: arrived() };
    },
  );
  assert.equal(code, 0, stderr);
  for (const { status, body } of truth.answers) assert.equal(status, 200, body);
  assert.equal(
    metricOf(truth.metrics, 'tracee_collect_event_produced_total\\{event="getppid"\\}'),
    truth.calls.getppid,
  );
  assert.equal(truth.arrived, truth.calls.getppid, truth.metrics);
});
