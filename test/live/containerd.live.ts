import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Containerd, containerdObstacle, startContainerd } from './containerd_daemon';
import { imageArchive } from './image_archive';
import { ownCgroup } from './own_cgroups';
import { temporaryDirectory } from './pipeline';
import { argsOf, collect, type Printed, parseExact } from './session';

const skip = containerdObstacle ?? false;
const directory = skip ? '' : temporaryDirectory();
const sandboxImage = 'registry.example/pause:1';
const image = 'registry.example/shop/web:2';
const busybox = '/bin/busybox';
let containerd: Containerd;

before(async () => {
  if (skip) return;
  containerd = await startContainerd(join(directory, 'containerd'), sandboxImage);
  for (const [i, [name, namespace]] of [
    [sandboxImage, 'k8s.io'],
    [image, 'k8s.io'],
    [image, 'default'],
  ].entries()) {
    const place = join(directory, `image${i}`);
    mkdirSync(place);
    const archive = imageArchive(place, name as string, [busybox, 'sleep', name === sandboxImage ? '1001' : '1002']);
    containerd.ctr('--namespace', namespace as string, 'images', 'import', '--snapshotter', 'native', archive);
  }
});

after(async () => {
  if (skip) return;
  containerd.hangUp();
  await containerd.stop();
  rmSync(directory, { recursive: true });
});

/** Digest of an image, as containerd lists it: REF TYPE DIGEST SIZE .. */
function digestOf(name: string, namespace: string): string {
  const lines = containerd.ctr('--namespace', namespace, 'images', 'list').split('\n');
  const line = lines.find((text) => text.startsWith(`${name} `)) ?? '';
  return /sha256:[0-9a-f]{64}/.exec(line)?.[0] ?? '';
}

/** Runs the collector on what containerd does, and gives its events. */
async function traceContainerd<T>(act: () => Promise<T>) {
  const crs = ['--crs', `containerd:${containerd.socket}`, '--crs-wait', '20s', '--crs-labels', 'app'];
  const trace = ['--trace', `tree=${containerd.pid}`, '--trace', 'event=container_create,sched_process_exec'];
  const { stdout, truth } = await collect(['--output', 'json', ...crs, ...trace], act);
  const events: Printed[] = stdout.split('\n').filter(Boolean).map(parseExact);
  const created = new Map(
    events
      .filter(({ eventName }) => eventName === 'container_create')
      .map((event) => [argsOf(event).container_id as string, argsOf(event)]),
  );
  /** The program that acted, by the text that it printed. */
  const actor = (text: string) =>
    events.find((event) => event.eventName === 'sched_process_exec' && (argsOf(event).argv as string[])[2] === text);
  return { truth, created, actor };
}

const node = { namespaceOptions: { network: 2 } };
const pod = {
  metadata: { name: 'web-1', uid: '4b1ea4f5-7a04-4a5e-9d6c-0c1f5c9e4a11', namespace: 'shop' },
  logDirectory: directory,
  labels: { tier: 'front' },
  linux: { cgroupParent: `/${ownCgroup}/kubepods/pod4b1ea4f5`, securityContext: node },
};
const container = {
  metadata: { name: 'web' },
  image: { image },
  command: [busybox, 'sleep', '1000'],
  labels: { app: 'shop' },
  logPath: 'log',
  linux: { securityContext: node },
};

interface Status {
  readonly status: { id: string; metadata: { name: string }; image: { image: string } };
}

test('a pod and its container: every field is what containerd says', { skip }, async () => {
  const { truth, created, actor } = await traceContainerd(async () => {
    const { podSandboxId } = await containerd.cri<{ podSandboxId: string }>('RunPodSandbox', { config: pod });
    const { containerId } = await containerd.cri<{ containerId: string }>('CreateContainer', {
      podSandboxId,
      config: container,
      sandboxConfig: pod,
    });
    await containerd.cri('StartContainer', { containerId });
    const { status } = await containerd.cri<Status>('ContainerStatus', { containerId });
    // by then the collector has asked
    await new Promise((resolve) => setTimeout(resolve, 500));
    const cmd = [busybox, 'echo', 'act-in-pod'];
    const { stdout } = await containerd.cri<{ stdout: Buffer }>('ExecSync', { containerId, cmd, timeout: 10 });
    assert.equal(`${stdout}`, 'act-in-pod\n');
    await containerd.cri('StopPodSandbox', { podSandboxId });
    await containerd.cri('RemovePodSandbox', { podSandboxId });
    return { podSandboxId, status };
  });
  const { podSandboxId, status } = truth;
  const inPod = {
    pod_name: pod.metadata.name,
    pod_namespace: pod.metadata.namespace,
    pod_uid: pod.metadata.uid,
    runtime: 'containerd',
  };
  assert.deepEqual([...created.keys()].sort(), [podSandboxId, status.id].sort());
  const { ctime: sandboxTime, ...sandbox } = created.get(podSandboxId) ?? {};
  assert.match(`${sandboxTime}`, /^\d{19}$/);
  assert.deepEqual(sandbox, {
    ...inPod,
    container_id: podSandboxId,
    container_image: sandboxImage,
    container_image_digest: digestOf(sandboxImage, 'k8s.io'),
    container_name: '',
    pod_sandbox: true,
  });
  const { ctime, ...made } = created.get(status.id) ?? {};
  assert.match(`${ctime}`, /^\d{19}$/);
  assert.deepEqual(made, {
    ...inPod,
    container_id: status.id,
    container_image: status.image.image,
    container_image_digest: digestOf(image, 'k8s.io'),
    container_name: status.metadata.name,
    pod_sandbox: false,
  });
  assert.equal(status.image.image, image);
  const acted = actor('act-in-pod');
  assert.deepEqual(
    [acted?.containerId, acted?.containerName, acted?.containerImage, acted?.podName, acted?.podNamespace],
    [status.id, 'web', image, 'web-1', 'shop'],
  );
  assert.deepEqual(acted?.containerLabels, { app: 'shop' });
});

test('a container of ctr, which Kubernetes does not know', { skip }, async () => {
  const id = randomBytes(32).toString('hex');
  const { created, actor } = await traceContainerd(async () => {
    const options = ['--snapshotter', 'native', '--fifo-dir', directory, '--cgroup', `/${ownCgroup}/default/${id}`];
    const running = containerd.start(
      'run',
      '--rm',
      ...options,
      image,
      id,
      busybox,
      'sh',
      '-c',
      `${busybox} sleep 1; ${busybox} echo act-of-ctr`,
    );
    const [code] = await once(running, 'exit');
    assert.equal(code, 0);
  });
  const { ctime, ...made } = created.get(id) ?? {};
  assert.match(`${ctime}`, /^\d{19}$/);
  // the name of its cgroup tells no runtime: containerd is found by asking
  assert.deepEqual(made, {
    runtime: 'containerd',
    container_id: id,
    container_image: image,
    container_image_digest: digestOf(image, 'default'),
    container_name: '',
    pod_name: '',
    pod_namespace: '',
    pod_uid: '',
    pod_sandbox: false,
  });
  const acted = actor('act-of-ctr');
  assert.deepEqual([acted?.containerId, acted?.containerImage], [id, image]);
});
