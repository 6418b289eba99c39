import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownCgroup, removeOwnCgroups } from './own_cgroups';
import { until } from './session';

const find = (name: string) => ['/usr/sbin', '/usr/bin', '/sbin', '/bin'].map((d) => join(d, name)).find(existsSync);
/** Debian's own client: one of another origin may be in PATH before it, without what builds images. */
const client = find('docker');
const daemon = find('dockerd');
const compose = find('docker-compose');

/** Why there is no engine here; guests have none, and where tests run on the machine, the set-up installs it. */
export const engineObstacle =
  client === undefined || daemon === undefined || compose === undefined ? 'no Docker engine here' : undefined;

const startMs = 60_000;
/** Loading an image, or building one, on a busy machine. */
const commandMs = 120_000;

/** A Docker engine of our own below a directory, without a network; containers lie in cgroups named as the engine usually names them. */
export async function startEngine(directory: string) {
  const socket = join(directory, 'docker.sock');
  mkdirSync(directory, { recursive: true });
  const log = openSync(join(directory, 'log'), 'w');
  const parent = `${ownCgroup}/docker`;
  const options = {
    host: `unix://${socket}`,
    'data-root': join(directory, 'data'),
    'exec-root': join(directory, 'exec'),
    pidfile: join(directory, 'pid'),
    'cgroup-parent': `/${parent}`,
    bridge: 'none',
    iptables: 'false',
    ip6tables: 'false',
  };
  const child = spawn(
    daemon as string,
    Object.entries(options).map(([name, value]) => `--${name}=${value}`),
    { stdio: ['ignore', log, log] },
  );
  const environment = { ...process.env, DOCKER_HOST: `unix://${socket}`, DOCKER_BUILDKIT: '1' };
  const run = (program: string, args: readonly string[], env: Record<string, string> = {}): string =>
    execFileSync(program, [...args], {
      env: { ...environment, ...env },
      encoding: 'utf8',
      timeout: commandMs,
      maxBuffer: 64 << 20,
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  await until(() => existsSync(socket) || child.exitCode !== null, startMs, 'the Docker engine');
  if (child.exitCode !== null) throw new Error(`dockerd: ${readFileSync(join(directory, 'log'), 'utf8')}`);
  return {
    socket,
    docker: (...args: string[]) => run(client as string, args),
    /** A command that may fail. */
    attempt: (...args: string[]) =>
      spawnSync(client as string, args, { env: environment, encoding: 'utf8', timeout: commandMs }),
    /** A command that runs on. */
    start: (...args: string[]) => spawn(client as string, args, { env: environment, stdio: 'ignore' }),
    /** What a container printed, on both streams. */
    logs: (container: string) => run('sh', ['-c', '"$1" logs "$2" 2>&1', 'sh', client as string, container]),
    /** Makes an image of a directory. */
    importImage: (root: string, name: string) =>
      run('sh', ['-c', 'tar -C "$1" -c . | "$2" import - "$3"', 'sh', root, client as string, name]),
    compose: (env: Record<string, string>, ...args: string[]) => run(compose as string, args, env),
    async stop(): Promise<void> {
      child.kill('SIGTERM');
      await once(child, 'exit');
      await removeOwnCgroups();
    },
  };
}

export type Engine = Awaited<ReturnType<typeof startEngine>>;
