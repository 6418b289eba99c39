import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeOwnCgroups } from './own_cgroups';
import { until } from './session';

const podman = ['/usr/bin/podman', '/bin/podman'].find(existsSync);

/** Why there is no podman here; guests have none, and where tests run on the machine, the set-up installs it. */
export const podmanObstacle = podman === undefined ? 'no podman here' : undefined;

const startMs = 60_000;
const commandMs = 60_000;

/** The service of a podman of our own below a directory, with plain copies for layers. */
export async function startPodman(directory: string) {
  mkdirSync(directory, { recursive: true });
  const socket = join(directory, 'podman.sock');
  const log = openSync(join(directory, 'log'), 'w');
  const places = ['--root', `${directory}/root`, '--runroot', `${directory}/run`, '--tmpdir', `${directory}/tmp`];
  const ways = ['--storage-driver', 'vfs', '--cgroup-manager', 'cgroupfs', '--events-backend', 'none'];
  const child = spawn(podman as string, [...places, ...ways, 'system', 'service', '--time', '0', `unix://${socket}`], {
    stdio: ['ignore', log, log],
  });
  await until(() => existsSync(socket) || child.exitCode !== null, startMs, 'podman');
  if (child.exitCode !== null) throw new Error(`podman: ${readFileSync(join(directory, 'log'), 'utf8')}`);
  return {
    pid: child.pid as number,
    socket,
    podman: (...args: string[]) =>
      execFileSync(podman as string, ['--remote', '--url', `unix://${socket}`, ...args], {
        encoding: 'utf8',
        timeout: commandMs,
      }).trim(),
    async stop(): Promise<void> {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await removeOwnCgroups();
    },
  };
}

export type Podman = Awaited<ReturnType<typeof startPodman>>;
