import { existsSync } from 'node:fs';
import { CollectError } from '../../errors';
import { type Runtime, type RuntimeSocket, runtimes } from './runtime';

/** Where runtimes listen; in a container with the host's /run below /host, there. k3s brings a containerd of its own. */
const usual: readonly RuntimeSocket[] = [
  { runtime: 'docker', path: '/var/run/docker.sock' },
  { runtime: 'podman', path: '/var/run/podman/podman.sock' },
  { runtime: 'containerd', path: '/var/run/containerd/containerd.sock' },
  { runtime: 'containerd', path: '/var/run/k3s/containerd/containerd.sock' },
  { runtime: 'crio', path: '/var/run/crio/crio.sock' },
];

/** Sockets of runtimes that are there now. */
export const discoverSockets = (): RuntimeSocket[] =>
  usual
    .flatMap(({ runtime, path }) => [
      { runtime, path },
      { runtime, path: `/host${path}` },
    ])
    .filter(({ path }) => existsSync(path));

const isRuntime = (name: string | undefined): name is Runtime => runtimes.some((runtime) => runtime === name);

/** --crs RUNTIME:SOCKET, or none. */
export function parseSockets(texts: readonly string[]): RuntimeSocket[] | undefined {
  if (texts.length === 0) return undefined;
  if (texts.length === 1 && texts[0] === 'none') return [];
  return texts.map((text) => {
    const [, runtime, path] = /^([a-z-]+):(\/.+)$/.exec(text) ?? [];
    if (path === undefined)
      throw new CollectError('usage', `--crs: "${text}": not RUNTIME:SOCKET (as docker:/var/run/docker.sock)`);
    if (!isRuntime(runtime))
      throw new CollectError('usage', `--crs: "${runtime}": not a runtime that can be asked (${runtimes.join(', ')})`);
    return { runtime, path };
  });
}
