import { existsSync } from 'node:fs';
import { CollectError } from '../../errors';
import type { RuntimeSocket } from './runtime';

/** Where runtimes listen; in a container with the host's /run below /host, there. */
const usual: readonly RuntimeSocket[] = [
  { runtime: 'docker', path: '/var/run/docker.sock' },
  { runtime: 'podman', path: '/var/run/podman/podman.sock' },
];

/** Sockets of runtimes that are there now. */
export const discoverSockets = (): RuntimeSocket[] =>
  usual
    .flatMap(({ runtime, path }) => [
      { runtime, path },
      { runtime, path: `/host${path}` },
    ])
    .filter(({ path }) => existsSync(path));

/** --crs RUNTIME:SOCKET, or none. */
export function parseSockets(texts: readonly string[]): RuntimeSocket[] | undefined {
  if (texts.length === 0) return undefined;
  if (texts.length === 1 && texts[0] === 'none') return [];
  return texts.map((text) => {
    const [, runtime, path] = /^([a-z-]+):(\/.+)$/.exec(text) ?? [];
    if (path === undefined)
      throw new CollectError('usage', `--crs: "${text}": not RUNTIME:SOCKET (as docker:/var/run/docker.sock)`);
    if (runtime !== 'docker' && runtime !== 'podman')
      throw new CollectError('usage', `--crs: "${runtime}": not a runtime that can be asked (docker, podman)`);
    return { runtime, path };
  });
}
