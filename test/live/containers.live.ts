import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { argsOf, collect, type Printed, parseExact } from './session';

const find = (names: readonly string[]) => names.find(existsSync);
const runc = find(['/usr/sbin/runc', '/usr/bin/runc']);
const busybox = find(['/bin/busybox']);
/** Guests have no runc; where tests run on the machine, the set-up installs both. */
const skip = runc === undefined || busybox === undefined ? 'no runc or busybox here' : false;

const directory = mkdtempSync(join(tmpdir(), 'tracee-containers-'));
/** A cgroup of ours, named as Docker names its parent. */
const parent = `tracee-${process.pid}/docker`;

before(() => {
  if (busybox === undefined) return;
  mkdirSync(join(directory, 'rootfs/bin'), { recursive: true });
  for (const name of ['proc', 'dev', 'sys']) mkdirSync(join(directory, 'rootfs', name));
  copyFileSync(busybox, join(directory, 'rootfs/bin/busybox'));
});

/** runc leaves the cgroups above those of its containers. */
after(() => {
  rmSync(directory, { recursive: true });
  for (const hierarchy of ['.', ...readdirSync('/sys/fs/cgroup')])
    for (const path of [parent, `tracee-${process.pid}`]) {
      const cgroup = join('/sys/fs/cgroup', hierarchy, path);
      if (existsSync(cgroup)) rmdirSync(cgroup);
    }
});

/** The bundle of a container that echoes its own id: what is seen of it says which one it is. */
function bundle(id: string): string {
  const path = join(directory, id);
  mkdirSync(path);
  spawnSync(runc as string, ['spec'], { cwd: path });
  const config = JSON.parse(readFileSync(join(path, 'config.json'), 'utf8'));
  config.root = { path: join(directory, 'rootfs'), readonly: true };
  config.process.terminal = false;
  config.process.args = ['/bin/busybox', 'echo', id];
  config.linux.cgroupsPath = `/${parent}/${id}`;
  config.linux.resources = {};
  writeFileSync(join(path, 'config.json'), JSON.stringify(config));
  return path;
}

const ids = Array.from({ length: 20 }, () => randomBytes(32).toString('hex'));

/** A shell that waits for a line, then runs the containers five at a time. */
function startRunner(): ChildProcess {
  const runs = ids.map((id, i) => `${runc} run --bundle ${bundle(id)} ${id} &${i % 5 === 4 ? ' wait;' : ''}`);
  return spawn('sh', ['-c', `read go; ${runs.join(' ')} wait`], { stdio: ['pipe', 'ignore', 'inherit'] });
}

/** Answers for each container as Docker does, with names that say which it is. */
async function runtimeOf(path: string) {
  const server = createServer(({ url = '' }, response) => {
    const [, id = ''] = /^\/containers\/([0-9a-f]{64})\/json$/.exec(url) ?? [];
    response.end(JSON.stringify({ Name: `/name-${id.slice(0, 8)}`, Config: { Image: `image-${id.slice(0, 8)}` } }));
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return server;
}

let events: Printed[] = [];
before(async () => {
  if (skip) return;
  const socket = join(directory, 'docker.sock');
  const server = await runtimeOf(socket);
  const runner = startRunner();
  const names = 'event=container_create,container_remove,sched_process_exec,sched_process_exit,mount_namespace_exec';
  const trace = ['--trace', `tree=${runner.pid}`, '--trace', names];
  const { stdout } = await collect(['--output', 'json', '--crs', `docker:${socket}`, ...trace], async () => {
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
  const id = randomBytes(32).toString('hex');
  const path = bundle(id);
  const config = join(path, 'config.json');
  const spec = JSON.parse(readFileSync(config, 'utf8'));
  spec.process.args = ['/bin/busybox', 'sh', '-c', 'while read line; do /bin/busybox true; done'];
  writeFileSync(config, JSON.stringify(spec));
  const container = spawn(runc as string, ['run', '--bundle', path, id], { stdio: ['pipe', 'ignore', 'inherit'] });
  const tasks = () => spawnSync(runc as string, ['state', id], { encoding: 'utf8' }).stdout.includes('"running"');
  for (let i = 0; i < 200 && !tasks(); i++) await new Promise((resolve) => setTimeout(resolve, 20));
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
