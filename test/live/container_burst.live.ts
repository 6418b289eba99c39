import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type End, FrameReader } from '@tracee/event-schema';
import { containers, newId, runc, runcObstacle } from './runc';
import { bin, outcome, readyMs, triggers, until } from './session';

/** The whole by hand, and in `npm run soak`: CONTAINERS=200 CALLS=100 is 200 containers under 100,000 events a second. */
const count = Number(process.env.CONTAINERS ?? 40);
const callsEachMs = Number(process.env.CALLS ?? 20);
const startsASecond = 10;
/** The first number that the trigger closes. */
const first = 1_000_000;

const skip = runcObstacle ?? false;
const { bundle, directory, socket } = containers();
const namePrefix = 'burst-';
const nameOf = (id: string) => `${namePrefix}${id.slice(0, 12)}`;

const policy = (
  name: string,
  scope: readonly string[],
  events: readonly string[],
) => `apiVersion: tracee.aquasec.com/v1beta1
kind: Policy
metadata: {name: ${name}}
spec:
  scope: [${scope.join(', ')}]
  rules: [${events.map((event) => `{event: ${event}}`).join(', ')}]
`;

interface Told {
  readonly event: string;
  readonly containerId: string;
  readonly containerName: string;
  readonly scopes: string;
  readonly argv: readonly string[];
}

/** What a reader of the stream makes of containers and of the load beside them. */
class Account {
  readonly told: Told[] = [];
  /** Events of the load in a row. */
  calls = 0;
  /** Of the load, with a container. */
  misattributed = 0;
  /** Of the load, behind another than the one before it. */
  gaps = 0;
  /** What was lost, by reason. */
  readonly lost: Record<string, bigint> = {};
  /** Behind a later one, and not flagged as late. */
  disordered = 0;
  end: End | undefined;
  #latest = 0n;
  readonly reader = new FrameReader({
    event: (event) => {
      if (event.timestamp > this.#latest) this.#latest = event.timestamp;
      else if (event.timestamp < this.#latest && !event.contextFlags.late) this.disordered++;
      if (event.eventName === 'close') {
        const { fd } = event.args as { fd: number };
        if (fd !== first + this.calls) this.gaps++;
        if (event.containerId !== '') this.misattributed++;
        this.calls = fd - first + 1;
        return;
      }
      this.told.push({
        event: event.eventName,
        containerId: event.containerId,
        containerName: event.containerName,
        scopes: [...event.matchedScopes].sort().join('+'),
        argv: event.eventName === 'sched_process_exec' ? ((event.args as { argv: string[] }).argv ?? []) : [],
      });
    },
    loss: ({ reason, count }) => {
      this.lost[reason] = (this.lost[reason] ?? 0n) + count;
    },
    end: (end) => {
      this.end = end;
    },
  });
}

test(`${count} containers, at most ${startsASecond} a second, beside at most ${callsEachMs * 1000} events a second: each event is its own container's`, {
  skip,
}, async (t) => {
  const ids = Array.from({ length: count }, newId);
  const bundles = ids.map((id) => bundle(id, ['echo', id]));
  const workerData = { path: socket, prefix: namePrefix, image: 'burst:1' };
  const runtime = new Worker(join(__dirname, 'fake_docker_thread.js'), { workerData });
  await until(() => existsSync(socket), readyMs, 'the runtime');
  const load = spawn(join(triggers, 'numbered_calls'), [`${callsEachMs}`], { stdio: ['pipe', 'pipe', 'inherit'] });
  const made = outcome(load);
  const starts = ids.map((id, i) => `${runc} run --bundle ${bundles[i]} ${id} & sleep ${1 / startsASecond};`);
  const shell = spawn('sh', ['-c', `read go; ${starts.join(' ')} wait`], { stdio: ['pipe', 'ignore', 'inherit'] });

  const [policies, ready] = [join(directory, 'burst.yaml'), join(directory, 'ready')];
  const ofContainers = ['sched_process_exec', 'sched_process_exit', 'container_create', 'container_remove'];
  const documents = [
    policy('load', [`tree=${load.pid}`], ['close']),
    policy('all', [`tree=${shell.pid}`], ofContainers),
    policy('named', [`tree=${shell.pid}`, '"container.name=burst-*"'], ofContainers),
    policy('unnamed', [`tree=${shell.pid}`, '"container.name!=burst-*"'], ofContainers),
  ];
  writeFileSync(policies, documents.join('---\n'));
  const options = [
    '--policy',
    policies,
    '--crs',
    `docker:${socket}`,
    // a second of the flood: on two processors, runc and the reader take turns with the ring's thread
    '--ring-size',
    '64MiB',
    // whose container is whose is asked here, not how soon: that depends on what else the machine does
    '--crs-wait',
    '20s',
    '--output',
    'frames',
    '--output',
    'sort-events',
  ];
  const collector = spawn(process.execPath, [bin('tracee-collect'), ...options, '--ready-file', ready], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const account = new Account();
  const ended = once(collector, 'close');
  let log = '';
  collector.stdout.on('data', (chunk) => account.reader.push(chunk));
  collector.stderr.on('data', (text) => (log += text));
  t.after(() => {
    for (const child of [load, shell, collector]) if (child.exitCode === null) child.kill('SIGKILL');
    void runtime.terminate();
    rmSync(policies, { force: true });
  });
  await until(() => existsSync(ready) || collector.exitCode !== null, readyMs, 'the collector to be ready');
  assert.equal(collector.exitCode, null, log);

  const began = performance.now();
  load.stdin.write('.');
  shell.stdin.end('go\n');
  await once(shell, 'exit');
  const seconds = (performance.now() - began) / 1000;
  load.stdin.end();
  const { calls } = JSON.parse((await made).stdout);
  await sleep(200);
  collector.kill('SIGINT');
  assert.equal((await ended)[0], 0, log);

  assert.deepEqual([account.end?.lost, account.lost], [0n, {}], log);
  const echoes = account.told.filter(({ event, argv }) => event === 'sched_process_exec' && argv[1] === 'echo');
  assert.deepEqual(echoes.map(({ containerId }) => containerId).sort(), [...ids].sort());
  for (const { containerId, argv, containerName, scopes } of echoes)
    assert.deepEqual([argv[2], containerName], [containerId, nameOf(containerId)], `${containerId} has ${scopes}`);
  const known = new Set(['', ...ids]);
  for (const { containerId, scopes, event } of account.told) {
    assert.ok(known.has(containerId), containerId);
    assert.equal(scopes, containerId === '' ? 'all+unnamed' : 'all+named', `${event} of "${containerId}"`);
  }
  assert.deepEqual([account.misattributed, account.gaps, account.calls], [0, 0, calls]);
  const creations = account.told.filter(({ event }) => event === 'container_create');
  assert.equal(creations.length, count);
  assert.equal(account.disordered, 0);
  console.log(
    `${count} containers in ${seconds.toFixed(1)} s (${(count / seconds).toFixed(1)} a second), ${account.told.length} events of theirs beside ${calls} others (${Math.round(calls / seconds)} a second), 0 lost`,
  );
});
