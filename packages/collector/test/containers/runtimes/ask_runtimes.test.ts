import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Description, undescribed } from '../../../src/containers/description';
import { ask } from '../../../src/containers/runtimes/ask';
import { askRuntimes } from '../../../src/containers/runtimes/ask_runtimes';
import type { Ask, RuntimeSocket } from '../../../src/containers/runtimes/runtime';
import { parseSockets } from '../../../src/containers/runtimes/sockets';

const id = 'ab'.repeat(32);
const answer = {
  Name: '/web',
  Image: 'sha256:00ff',
  Config: {
    Image: 'nginx:1.25',
    Labels: {
      'io.kubernetes.pod.name': 'web-1',
      'io.kubernetes.pod.namespace': 'shop',
      'io.kubernetes.pod.uid': '1-2',
      'io.kubernetes.docker.type': 'podsandbox',
    },
  },
};

let directory: string;
const servers: Server[] = [];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tracee-runtime-'));
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
  rmSync(directory, { recursive: true });
});

/** A runtime that answers so. */
async function serve(listener: RequestListener, runtime: RuntimeSocket['runtime'] = 'docker'): Promise<RuntimeSocket> {
  const path = join(directory, `${servers.length}.sock`);
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return { runtime, path };
}

const quick = { ask, timeoutMs: 3000, retryMs: 1 };

test('image, name, digest, pod and sandbox come from the answer', async () => {
  const urls: (string | undefined)[] = [];
  const socket = await serve(({ url }, response) => {
    urls.push(url);
    response.end(JSON.stringify(answer));
  });
  expect(await askRuntimes({ sockets: [socket], ...quick })(id, 'docker')).toEqual({
    id,
    runtime: 'docker',
    image: 'nginx:1.25',
    digest: 'sha256:00ff',
    name: 'web',
    podName: 'web-1',
    podNamespace: 'shop',
    podUid: '1-2',
    podSandbox: true,
    labels: answer.Config.Labels,
  });
  expect(urls).toEqual([`/containers/${id}/json`]);
});

test('the runtime of the cgroup is asked, and all when it is not known', async () => {
  const docker = await serve((_, response) => response.writeHead(404).end());
  const podman = await serve((_, response) => response.end('{"Name":"p","ImageName":"i","ImageDigest":"d"}'), 'podman');
  const describe = askRuntimes({ sockets: [docker, podman], ...quick });
  expect(await describe(id, 'docker')).toBeUndefined();
  expect(await describe(id, 'podman')).toMatchObject({ name: 'p', image: 'i', digest: 'd', runtime: 'podman' });
  expect(await describe(id, '')).toMatchObject({ name: 'p' });
  expect(await describe(id, 'crio')).toBeUndefined();
});

test('one that does not know the container yet is asked again', async () => {
  let asked = 0;
  const socket = await serve((_, response) => {
    if (++asked < 3) response.writeHead(404).end();
    else response.end(JSON.stringify(answer));
  });
  expect(await askRuntimes({ sockets: [socket], ...quick })(id, 'docker')).toMatchObject({ name: 'web' });
  expect(asked).toBe(3);
});

const sockets = [{ runtime: 'docker', path: '/x' }] as const;
const told = { ...undescribed(id, 'docker'), name: 'web' };
/** Rejects when it is told to give up. */
const within = (signal: AbortSignal, found: Promise<Description>) =>
  Promise.race([found, once(signal, 'abort').then(() => Promise.reject(new Error('given up')))]);

test('one that does not answer in time has twice as long the next time', async () => {
  let asked = 0;
  const ask: Ask = (_socket, _id, signal) => {
    asked++;
    return within(signal, sleep(120, told));
  };
  expect(await askRuntimes({ sockets, ask, timeoutMs: 50, retryMs: 1 })(id, 'docker')).toEqual(told);
  expect(asked).toBe(3);
});

test('an answer that came in time counts, though nobody had the time to look at it', async () => {
  const ask: Ask = (_socket, _id, signal) => {
    const echo = spawn('echo', ['answer']);
    const busyUntil = performance.now() + 500;
    while (performance.now() < busyUntil);
    return within(
      signal,
      once(echo.stdout, 'data').then(() => told),
    );
  };
  expect(await askRuntimes({ sockets, ask, timeoutMs: 50, retries: 0 })(id, 'docker')).toEqual(told);
});

test.each<[string, RequestListener]>([
  ['hangs', () => {}],
  ['hangs in the middle', (_, response) => response.write('{')],
  ['answers nonsense', (_, response) => response.end('<html>')],
  ['fails', (_, response) => response.writeHead(500).end()],
  ['hangs up', (incoming) => incoming.socket.destroy()],
  ['floods', (_, response) => response.end(`"${'x'.repeat(5 << 20)}"`)],
])('a runtime that %s costs a bounded time and gives nothing', async (_, listener) => {
  const socket = await serve(listener);
  const begin = performance.now();
  expect(await askRuntimes({ sockets: [socket], ...quick, timeoutMs: 50, retries: 3 })(id, 'docker')).toBeUndefined();
  expect(performance.now() - begin).toBeLessThan(4000);
});

test('values of other types are left out, and long ones cut', async () => {
  const odd = { Name: 5, Config: { Image: 'i'.repeat(5000), Labels: ['no'] } };
  const socket = await serve((_, response) => response.end(JSON.stringify(odd)));
  const about = await askRuntimes({ sockets: [socket], ...quick })(id, 'docker');
  expect(about).toMatchObject({ name: '', podName: '' });
  expect(about?.image).toHaveLength(256);
});

test('questions under way are bounded, and so are those that wait', async () => {
  let [now, most] = [0, 0];
  const ask = async () => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setTimeout(resolve, 5));
    now--;
    return undefined;
  };
  const describe = askRuntimes({ sockets, ask, inFlight: 3, waiting: 10, retries: 0 });
  const answers = await Promise.all(Array.from({ length: 40 }, () => describe(id, 'docker')));
  expect(most).toBe(3);
  expect(answers.every((one) => one === undefined)).toBe(true);
});

test('each socket has turns of its own: one that hangs delays no other, not even for a container of any runtime', async () => {
  const hanging = await serve(() => {});
  const answering = await serve((_, response) => response.end('{"Name":"p"}'), 'podman');
  const describe = askRuntimes({ sockets: [hanging, answering], ...quick, inFlight: 1, retries: 0 });
  const begin = performance.now();
  const unanswered = [describe(id, 'docker'), describe(id, 'docker')];
  expect(await describe(id, 'podman')).toMatchObject({ name: 'p' });
  expect(await describe(id, '')).toMatchObject({ name: 'p', runtime: 'podman' });
  expect(performance.now() - begin).toBeLessThan(quick.timeoutMs);
  expect(await Promise.all(unanswered)).toEqual([undefined, undefined]);
});

test('--crs', () => {
  expect(parseSockets([])).toBeUndefined();
  expect(parseSockets(['none'])).toEqual([]);
  expect(parseSockets(['docker:/a.sock', 'podman:/b.sock', 'containerd:/c.sock', 'crio:/d.sock'])).toEqual([
    { runtime: 'docker', path: '/a.sock' },
    { runtime: 'podman', path: '/b.sock' },
    { runtime: 'containerd', path: '/c.sock' },
    { runtime: 'crio', path: '/d.sock' },
  ]);
  expect(() => parseSockets(['docker'])).toThrow('--crs: "docker": not RUNTIME:SOCKET');
  expect(() => parseSockets(['lxd:/x'])).toThrow('--crs: "lxd": not a runtime that can be asked');
});
