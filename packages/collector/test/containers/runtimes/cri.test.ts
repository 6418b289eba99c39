import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { status } from '@grpc/grpc-js';
import { ask } from '../../../src/containers/runtimes/ask';
import { askRuntimes } from '../../../src/containers/runtimes/ask_runtimes';
import { type Answer, fault, notFound, type Serving, serveGrpc } from './grpc_server';

const id = 'ab'.repeat(32);
const sandboxId = 'cd'.repeat(32);
const imageId = `sha256:${'01'.repeat(32)}`;
const digest = `sha256:${'02'.repeat(32)}`;

/** What a runtime of Kubernetes answers of a pod with one container. */
const container = {
  id,
  podSandboxId: sandboxId,
  metadata: { name: 'web' },
  image: { image: imageId },
  imageRef: imageId,
  labels: { app: 'shop' },
};
const pod: Readonly<Record<string, Answer>> = {
  'RuntimeService/ListContainers': ({ filter }: { filter: { id: string } }) => ({
    containers: filter.id === id ? [container] : [],
  }),
  'RuntimeService/PodSandboxStatus': ({ podSandboxId }: { podSandboxId: string }) => {
    if (podSandboxId !== sandboxId) throw notFound();
    const metadata = { name: 'web-1', uid: '1-2', namespace: 'shop' };
    return { status: { id: sandboxId, metadata, labels: { tier: 'front' } } };
  },
  'ImageService/ImageStatus': () => ({
    image: {
      id: imageId,
      repoTags: ['docker.io/library/nginx:1.25'],
      repoDigests: [`docker.io/library/nginx@${digest}`],
    },
  }),
};

let directory: string;
const serving: Serving[] = [];
const raw: Server[] = [];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tracee-cri-'));
});
afterEach(() => {
  for (const server of serving.splice(0)) server.end();
  for (const server of raw.splice(0)) server.close();
  rmSync(directory, { recursive: true });
});

const socketPath = () => join(directory, 'cri.sock');
async function serve(answers: Readonly<Record<string, Answer>>, encode?: (answer: object) => Buffer): Promise<void> {
  serving.push(await serveGrpc(socketPath(), ['cri.proto'], answers, encode));
}
const describeBy = (timeoutMs = 3000) =>
  askRuntimes({ sockets: [{ runtime: 'crio', path: socketPath() }], ask, timeoutMs, retries: 3, retryMs: 50 });

const described = {
  id,
  runtime: 'crio',
  image: 'docker.io/library/nginx:1.25',
  digest,
  name: 'web',
  podName: 'web-1',
  podNamespace: 'shop',
  podUid: '1-2',
  podSandbox: false,
  labels: { app: 'shop' },
};

test('a container has its name, image and digest, its pod, and its labels', async () => {
  await serve(pod);
  expect(await describeBy()(id, 'crio')).toEqual(described);
});

test('so has the sandbox of a pod, which has no name and no image of its own', async () => {
  await serve(pod);
  expect(await describeBy()(sandboxId, 'crio')).toEqual({
    ...described,
    id: sandboxId,
    image: '',
    digest: '',
    name: '',
    podSandbox: true,
    labels: { tier: 'front' },
  });
});

test.each([
  ['a name', { image: 'nginx:1.25' }, 'nginx:1.25'],
  ['a name with digest', { image: `nginx@${digest}` }, `nginx@${digest}`],
  ['the name that the pod gives, beside an id', { image: imageId, userSpecifiedImage: 'nginx' }, 'nginx'],
])('the image is called as whoever made the container did: %s', async (_, image, expected) => {
  await serve({ ...pod, 'RuntimeService/ListContainers': () => ({ containers: [{ ...container, image }] }) });
  expect(await describeBy()(id, 'crio')).toMatchObject({ image: expected });
});

test('an image that is gone has its id for a name and a digest', async () => {
  await serve({ ...pod, 'ImageService/ImageStatus': () => ({}) });
  expect(await describeBy()(id, 'crio')).toMatchObject({ image: imageId, digest: imageId, name: 'web' });
});

test('another container than the one that was asked for is not taken for it', async () => {
  const other = 'ef'.repeat(32);
  await serve({ ...pod, 'RuntimeService/PodSandboxStatus': () => ({ status: { id: other } }) });
  expect(await describeBy()(other.replace('e', 'a'), 'crio')).toBeUndefined();
  serving.pop()?.end();
  await serve({ ...pod, 'RuntimeService/ListContainers': () => ({ containers: [{ ...container, id: other }] }) });
  expect(await describeBy()(id, 'crio')).toBeUndefined();
});

test('a container that is not there yet is asked for again', async () => {
  let asked = 0;
  await serve({
    ...pod,
    'RuntimeService/ListContainers': () => ({ containers: ++asked < 3 ? [] : [container] }),
  });
  expect(await describeBy()(id, 'crio')).toEqual(described);
  expect(asked).toBe(3);
});

const nonsense = () => Buffer.from([0x0a, 0xff, 0xff, 0xff]);

test.each<[string, { readonly answers: Readonly<Record<string, Answer>>; encode?: typeof nonsense }]>([
  ['hangs', { answers: { ...pod, 'RuntimeService/ListContainers': () => new Promise(() => {}) } }],
  ['hangs in its second answer', { answers: { ...pod, 'ImageService/ImageStatus': () => new Promise(() => {}) } }],
  [
    'fails',
    {
      answers: {
        ...pod,
        'RuntimeService/ListContainers': () => {
          throw fault(status.INTERNAL);
        },
      },
    },
  ],
  ['speaks another version', { answers: {} }],
  ['answers nonsense', { answers: pod, encode: nonsense }],
  [
    'floods',
    {
      answers: {
        ...pod,
        'RuntimeService/ListContainers': () => ({ containers: [{ ...container, labels: { a: 'x'.repeat(5 << 20) } }] }),
      },
    },
  ],
])('a runtime that %s costs a bounded time and gives nothing', async (_, { answers, encode }) => {
  await serve(answers, encode);
  const begin = performance.now();
  expect(await describeBy(100)(id, 'crio')).toBeUndefined();
  expect(performance.now() - begin).toBeLessThan(4000);
});

test.each<[string, (socket: Socket) => void]>([
  ['says nothing', () => {}],
  ['hangs up', (socket) => socket.destroy()],
  ['is something else', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
])('a socket whose other end %s does no more', async (_, listener) => {
  const open: Socket[] = [];
  const server = createServer((socket) => {
    open.push(socket.on('error', () => {}));
    listener(socket);
  });
  raw.push(server);
  await new Promise<void>((resolve) => server.listen(socketPath(), resolve));
  const begin = performance.now();
  expect(await describeBy(100)(id, 'crio')).toBeUndefined();
  expect(performance.now() - begin).toBeLessThan(4000);
  for (const socket of open) socket.destroy();
});

test('long texts are cut, and more labels than any container has are left out', async () => {
  const labels = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`label-${i}`, 'x'.repeat(1000)]));
  const metadata = { name: 'n'.repeat(5000) };
  await serve({
    ...pod,
    'RuntimeService/ListContainers': () => ({ containers: [{ ...container, metadata, labels }] }),
  });
  const about = await describeBy()(id, 'crio');
  expect(about?.name).toHaveLength(256);
  expect(Object.keys(about?.labels ?? {})).toHaveLength(128);
  expect(about?.labels['label-0']).toHaveLength(256);
});

test('a runtime that restarts is asked again, by questions that were under way as well', async () => {
  await serve(pod);
  const describe = describeBy();
  expect(await describe(id, 'crio')).toEqual(described);
  serving.pop()?.end();
  const meanwhile = describe(id, 'crio');
  await serve(pod);
  expect(await meanwhile).toEqual(described);
  expect(await describe(sandboxId, 'crio')).toMatchObject({ podSandbox: true });
});
