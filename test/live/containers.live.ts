import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { before, test } from 'node:test';
import { containers, fakeDocker, newId, runc, runcObstacle } from './runc';
import { argsOf, collect, type Printed, parseExact } from './session';

const skip = runcObstacle ?? false;
const { bundle, isRunning, socket } = containers();
const ids = Array.from({ length: 20 }, newId);

/** A shell that waits for a line, then runs the containers five at a time. */
function startRunner(): ChildProcess {
  const runs = ids.map(
    (id, i) => `${runc} run --bundle ${bundle(id, ['echo', id])} ${id} &${i % 5 === 4 ? ' wait;' : ''}`,
  );
  return spawn('sh', ['-c', `read go; ${runs.join(' ')} wait`], { stdio: ['pipe', 'ignore', 'inherit'] });
}

let events: Printed[] = [];
before(async () => {
  if (skip) return;
  const server = await fakeDocker(socket, (id) => ({
    Name: `/name-${id.slice(0, 8)}`,
    Config: { Image: `image-${id.slice(0, 8)}` },
  }));
  const runner = startRunner();
  const names = 'event=container_create,container_remove,sched_process_exec,sched_process_exit,mount_namespace_exec';
  const trace = ['--trace', `tree=${runner.pid}`, '--trace', names];
  // a busy machine, and an emulated one, takes longer than the 200 ms that are waited for otherwise
  const crs = ['--crs', `docker:${socket}`, '--crs-wait', '20s'];
  const { stdout } = await collect(['--output', 'json', ...crs, ...trace], async () => {
    runner.stdin?.end('go\n');
    await once(runner, 'exit');
  });
  server.close();
  events = stdout.split('\n').filter(Boolean).map(parseExact);
});

const of = (name: string) => events.filter(({ eventName }) => eventName === name);
const flag = (event: Printed) => (event.contextFlags as { containerStarted: boolean }).containerStarted;

test('every program of a container that lives some milliseconds is its own, from the first on', { skip }, () => {
  const own = of('sched_process_exec').filter((event) => (argsOf(event).argv as string[])[1] === 'echo');
  assert.equal(own.length, ids.length);
  for (const event of own) {
    assert.equal(event.containerId, (argsOf(event).argv as string[])[2]);
    assert.equal(flag(event), true);
  }
});

test('what the runtime does before it is in the container, which has not started', { skip }, () => {
  const steps = of('sched_process_exit').filter(
    ({ processName, containerId }) => `${processName}`.startsWith('runc:[') && containerId !== '',
  );
  assert.ok(steps.length >= ids.length, `${steps.length} steps of runc were in a container`);
  assert.deepEqual(steps.filter(flag), []);
});

test('what is outside has no container', { skip }, () => {
  const outside = [...of('container_create'), ...of('container_remove')];
  assert.deepEqual([...new Set(outside.map(({ containerId }) => containerId))], ['']);
  assert.deepEqual([...new Set(events.map(({ containerId }) => `${containerId}`))].sort(), ['', ...ids].sort());
});

test('each is told to be made and removed, once, with what its runtime tells', { skip }, () => {
  const made = of('container_create').map(argsOf);
  assert.deepEqual(made.map(({ container_id }) => container_id).sort(), [...ids].sort());
  for (const { ctime, ...args } of made) {
    const short = `${args.container_id}`.slice(0, 8);
    assert.deepEqual(args, {
      runtime: 'docker',
      container_id: args.container_id,
      container_image: `image-${short}`,
      container_image_digest: '',
      container_name: `name-${short}`,
      pod_name: '',
      pod_namespace: '',
      pod_uid: '',
      pod_sandbox: false,
    });
    assert.match(`${ctime}`, /^\d{19}$/);
  }
  assert.deepEqual(
    of('container_remove')
      .map((event) => argsOf(event).container_id)
      .sort(),
    [...ids].sort(),
  );
});

test('the name that the runtime gives is in the events of the container', { skip }, () => {
  const named = events.filter(({ containerName }) => containerName !== '');
  assert.ok(named.length > 0);
  for (const { containerId, containerName, containerImage } of named) {
    assert.equal(containerName, `name-${`${containerId}`.slice(0, 8)}`);
    assert.equal(containerImage, `image-${`${containerId}`.slice(0, 8)}`);
  }
});

test('a container that runs before tracing begins is told, and its events have its id', { skip }, async () => {
  const id = newId();
  const path = bundle(id, ['sh', '-c', 'while read line; do /bin/busybox true; done']);
  const container = spawn(runc as string, ['run', '--bundle', path, id], { stdio: ['pipe', 'ignore', 'inherit'] });
  await isRunning(id);
  const trace = ['--trace', `container=${id.slice(0, 12)}`, '--trace', 'event=existing_container,sched_process_exec'];
  const { stdout } = await collect(['--output', 'json', '--crs', 'none', ...trace], async () => {
    container.stdin?.end('go\n');
    await once(container, 'exit');
  });
  const seen = stdout.split('\n').filter(Boolean).map(parseExact) as Printed[];
  const told = seen.filter(({ eventName }) => eventName === 'existing_container').map(argsOf);
  assert.deepEqual(
    told.map(({ container_id, runtime }) => [container_id, runtime]),
    [[id, 'docker']],
  );
  const executed = seen.filter(({ eventName }) => eventName === 'sched_process_exec');
  assert.deepEqual(
    executed.map((event) => [event.containerId, flag(event), (argsOf(event).argv as string[])[1]]),
    [[id, true, 'true']],
  );
});
