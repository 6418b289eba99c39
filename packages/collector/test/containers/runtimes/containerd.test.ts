import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask } from '../../../src/containers/runtimes/ask';
import { askRuntimes } from '../../../src/containers/runtimes/ask_runtimes';
import { type Answer, notFound, type Serving, serveGrpc } from './grpc_server';

const id = 'ab'.repeat(32);
const digest = `sha256:${'02'.repeat(32)}`;
const services = ['containerd/containers.proto', 'containerd/images.proto', 'containerd/namespaces.proto'];

/** containerd's own services, with one container in one namespace. */
const holding = (holder: string, labels: Readonly<Record<string, string>> = {}): Readonly<Record<string, Answer>> => ({
  'Namespaces/List': () => ({ namespaces: ['default', 'moby', 'k8s.io'].map((name) => ({ name })) }),
  'Containers/Get': (request: { id: string }, namespace) => {
    if (namespace !== holder || request.id !== id) throw notFound();
    return { container: { id, labels, image: 'docker.io/library/busybox:1' } };
  },
  'Images/Get': ({ name }: { name: string }, namespace) => {
    if (namespace !== holder || name !== 'docker.io/library/busybox:1') throw notFound();
    return { image: { target: { digest } } };
  },
});
/** Containers of Kubernetes: none, or the sandbox of a pod. */
const cri = (sandbox?: object): Readonly<Record<string, Answer>> => ({
  'RuntimeService/ListContainers': () => ({ containers: [] }),
  'RuntimeService/PodSandboxStatus': () => {
    if (sandbox === undefined) throw notFound();
    return { status: sandbox };
  },
});

let directory: string;
let server: Serving;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tracee-containerd-'));
});
afterEach(() => {
  server.end();
  rmSync(directory, { recursive: true });
});

async function describe(answers: Readonly<Record<string, Answer>>) {
  const path = join(directory, 'containerd.sock');
  server = await serveGrpc(path, ['cri.proto', ...services], answers);
  return askRuntimes({ sockets: [{ runtime: 'containerd', path }], ask, timeoutMs: 3000, retryMs: 1 })(
    id,
    'containerd',
  );
}

const plain = {
  id,
  runtime: 'containerd',
  image: 'docker.io/library/busybox:1',
  digest,
  name: '',
  podName: '',
  podNamespace: '',
  podUid: '',
  podSandbox: false,
  labels: {},
};

test('a container of no pod is looked for in every namespace', async () => {
  expect(await describe({ ...cri(), ...holding('default') })).toEqual(plain);
});

test('one of nerdctl has a name', async () => {
  const labels = { 'nerdctl/name': 'web', app: 'shop' };
  expect(await describe({ ...cri(), ...holding('default', labels) })).toEqual({ ...plain, name: 'web', labels });
});

test('where Kubernetes is switched off, its labels are all there is', async () => {
  const labels = {
    'io.kubernetes.pod.name': 'web-1',
    'io.kubernetes.pod.namespace': 'shop',
    'io.kubernetes.pod.uid': '1-2',
    'io.kubernetes.container.name': 'web',
    'io.cri-containerd.kind': 'container',
  };
  const pod = { podName: 'web-1', podNamespace: 'shop', podUid: '1-2', name: 'web' };
  expect(await describe(holding('k8s.io', labels))).toEqual({ ...plain, ...pod, labels });
});

test("the sandbox of a pod has the image of containerd's container", async () => {
  const sandbox = { id, metadata: { name: 'web-1', uid: '1-2', namespace: 'shop' }, labels: { tier: 'front' } };
  expect(await describe({ ...cri(sandbox), ...holding('k8s.io', { 'io.cri-containerd.kind': 'sandbox' }) })).toEqual({
    ...plain,
    podName: 'web-1',
    podNamespace: 'shop',
    podUid: '1-2',
    podSandbox: true,
    labels: { tier: 'front' },
  });
});

test('a sandbox that runs before its pod is known is asked for again', async () => {
  let asked = 0;
  const sandbox = { id, metadata: { name: 'web-1', uid: '1-2', namespace: 'shop' } };
  const answers: Readonly<Record<string, Answer>> = {
    ...cri(),
    ...holding('k8s.io', { 'io.cri-containerd.kind': 'sandbox' }),
    'RuntimeService/PodSandboxStatus': () => {
      if (++asked < 3) throw notFound();
      return { status: sandbox };
    },
  };
  expect(await describe(answers)).toMatchObject({ podName: 'web-1', podSandbox: true, image: plain.image });
  expect(asked).toBe(3);
});

test('a container of a pod has the digest that containerd has of its image', async () => {
  const container = {
    id,
    podSandboxId: 'p',
    metadata: { name: 'web' },
    image: { image: 'busybox' },
    imageRef: 'sha256:1',
  };
  const answers: Readonly<Record<string, Answer>> = {
    ...cri(),
    ...holding('k8s.io'),
    'RuntimeService/ListContainers': () => ({ containers: [container] }),
    'ImageService/ImageStatus': () => ({ image: { id: 'sha256:1', repoTags: ['busybox'] } }),
  };
  expect(await describe(answers)).toEqual({ ...plain, image: 'busybox', name: 'web' });
});

test("Docker's are left to Docker", async () => {
  expect(await describe({ ...cri(), ...holding('moby') })).toBeUndefined();
});

test('an image that is gone has no digest', async () => {
  const gone: Answer = () => {
    throw notFound();
  };
  expect(await describe({ ...cri(), ...holding('default'), 'Images/Get': gone })).toEqual({ ...plain, digest: '' });
});
