import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { imageArchive } from './image_archive';
import { ownCgroup } from './own_cgroups';
import { temporaryDirectory } from './pipeline';
import { type Podman, podmanObstacle, startPodman } from './podman_service';
import { argsOf, collect, type Printed, parseExact } from './session';

const skip = podmanObstacle ?? false;
const directory = skip ? '' : temporaryDirectory();
const image = 'registry.example/shop/web:2';
const busybox = '/bin/busybox';
/** Acts when it gets a signal: the monitor of `podman exec` would stay for minutes. */
const acting = `trap '${busybox} echo act-in-podman; exit' USR1; while :; do ${busybox} sleep 0.1; done`;
let service: Podman;

before(async () => {
  if (skip) return;
  service = await startPodman(join(directory, 'podman'));
  mkdirSync(join(directory, 'image'));
  service.podman('load', '--input', imageArchive(join(directory, 'image'), image, [busybox, 'sh', '-c', acting]));
});

after(async () => {
  if (skip) return;
  await service.stop();
  rmSync(directory, { recursive: true });
});

interface Inspected {
  readonly Id: string;
  readonly Name: string;
  readonly ImageName: string;
  readonly ImageDigest: string;
}

test('a container of podman: every field is what podman says; its monitor is of the host', { skip }, async () => {
  const crs = ['--crs', `podman:${service.socket}`, '--crs-wait', '20s', '--crs-labels', 'app'];
  const events = 'event=container_create,container_remove,sched_process_exec';
  const trace = ['--trace', `tree=${service.pid}`, '--trace', events];
  const { stdout, truth } = await collect(['--output', 'json', ...crs, ...trace], async () => {
    // a machine of few rights may not raise the limits that podman would
    const limits = ['--ulimit', 'nofile=20000:20000', '--ulimit', 'nproc=1000:1000'];
    const place = ['--network', 'none', '--cgroup-parent', `/${ownCgroup}/libpod_parent`];
    service.podman('run', '--detach', '--name', 'shop-web', '--label', 'app=shop', ...limits, ...place, image);
    const [inspected] = JSON.parse(service.podman('inspect', 'shop-web')) as [Inspected];
    // by then the collector has asked
    await sleep(500);
    service.podman('kill', '--signal', 'USR1', 'shop-web');
    assert.equal(service.podman('wait', 'shop-web'), '0');
    assert.equal(service.podman('logs', 'shop-web'), 'act-in-podman');
    service.podman('rm', '--force', 'shop-web');
    return inspected;
  });
  const seen = stdout.split('\n').filter(Boolean).map(parseExact) as Printed[];
  const [created, ...more] = seen.filter(({ eventName }) => eventName === 'container_create');
  assert.deepEqual(more, []);
  const { ctime, ...made } = argsOf(created as Printed);
  assert.match(`${ctime}`, /^\d{19}$/);
  assert.deepEqual(made, {
    runtime: 'podman',
    container_id: truth.Id,
    container_image: truth.ImageName,
    container_image_digest: truth.ImageDigest,
    container_name: truth.Name,
    pod_name: '',
    pod_namespace: '',
    pod_uid: '',
    pod_sandbox: false,
  });
  assert.equal(truth.Name, 'shop-web');
  assert.equal(truth.ImageName, image);
  assert.match(truth.ImageDigest, /^sha256:[0-9a-f]{64}$/);
  const executed = seen.filter(({ eventName }) => eventName === 'sched_process_exec');
  const acted = executed.find((event) => (argsOf(event).argv as string[])[2] === 'act-in-podman');
  assert.deepEqual(
    [acted?.containerId, acted?.containerName, acted?.containerImage, acted?.containerLabels],
    [truth.Id, truth.Name, truth.ImageName, { app: 'shop' }],
  );
  const monitors = executed.filter((event) => /conmon$/.test(`${argsOf(event).pathname}`));
  assert.ok(monitors.length > 0);
  assert.deepEqual([...new Set(monitors.map(({ containerId }) => containerId))], ['']);
  const removed = seen.filter(({ eventName }) => eventName === 'container_remove').map(argsOf);
  assert.deepEqual(
    removed.map(({ container_id, runtime }) => [container_id, runtime]),
    [[truth.Id, 'podman']],
  );
});
