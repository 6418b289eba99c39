import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { credentials, loadPackageDefinition, type ServiceClientConstructor } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { removeOwnCgroups } from './own_cgroups';
import { root, until } from './session';

const find = (name: string) => ['/usr/sbin', '/usr/bin', '/sbin', '/bin'].map((d) => join(d, name)).find(existsSync);
const daemon = find('containerd');
const client = find('ctr');

/** Why there is no containerd here; guests have none, and where tests run on the machine, the set-up installs it. */
export const containerdObstacle = daemon === undefined || client === undefined ? 'no containerd here' : undefined;

const startMs = 60_000;
const commandMs = 60_000;

/** Plain copies for snapshots, no network, no tools of Kubernetes. */
const config = (directory: string, sandboxImage: string) => `version = 2
root = "${directory}/root"
state = "${directory}/state"
disabled_plugins = ["io.containerd.snapshotter.v1.btrfs", "io.containerd.snapshotter.v1.zfs", "io.containerd.snapshotter.v1.devmapper"]
[grpc]
address = "${directory}/containerd.sock"
[plugins."io.containerd.internal.v1.opt"]
path = "${directory}/opt"
[plugins."io.containerd.grpc.v1.cri"]
sandbox_image = "${sandboxImage}"
disable_apparmor = true
restrict_oom_score_adj = true
[plugins."io.containerd.grpc.v1.cri".cni]
bin_dir = "${directory}/cni"
conf_dir = "${directory}/cni"
[plugins."io.containerd.grpc.v1.cri".containerd]
snapshotter = "native"
`;

/** A containerd of our own below a directory, with its part for Kubernetes. */
export async function startContainerd(directory: string, sandboxImage: string) {
  mkdirSync(join(directory, 'cni'), { recursive: true });
  const file = join(directory, 'config.toml');
  writeFileSync(file, config(directory, sandboxImage));
  const socket = join(directory, 'containerd.sock');
  const log = openSync(join(directory, 'log'), 'w');
  const child = spawn(daemon as string, ['--config', file], { stdio: ['ignore', log, log] });
  await until(() => existsSync(socket) || child.exitCode !== null, startMs, 'containerd');
  const ctr = (...args: string[]) =>
    execFileSync(client as string, ['--address', socket, ...args], { encoding: 'utf8', timeout: commandMs }).trim();
  const isUp = () => {
    try {
      return ctr('version') !== '';
    } catch {
      return false;
    }
  };
  await until(() => isUp() || child.exitCode !== null, startMs, 'containerd to answer');
  if (child.exitCode !== null) throw new Error(`containerd: ${readFileSync(join(directory, 'log'), 'utf8')}`);
  return {
    pid: child.pid as number,
    socket,
    ctr,
    /** A command that runs on. */
    start: (...args: string[]) =>
      spawn(client as string, ['--address', socket, ...args], { stdio: ['ignore', 'ignore', 'inherit'] }),
    log: () => readFileSync(join(directory, 'log'), 'utf8'),
    ...kubelet(socket),
    async stop(): Promise<void> {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await removeOwnCgroups();
    },
  };
}

/** Asks as the kubelet does. */
function kubelet(socket: string) {
  const loaded = loadPackageDefinition(loadSync(join(root, 'test/live/cri_pods.proto'), { defaults: true }));
  const { runtime } = loaded as unknown as { runtime: { v1: { RuntimeService: ServiceClientConstructor } } };
  const service = new runtime.v1.RuntimeService(`unix:${socket}`, credentials.createInsecure());
  const methods = service as unknown as Record<
    string,
    (request: object, options: object, done: (error: Error | null, answer: object) => void) => void
  >;
  return {
    cri: <Answer>(method: string, request: object): Promise<Answer> =>
      new Promise((resolve, reject) => {
        methods[method]?.call(service, request, { deadline: Date.now() + commandMs }, (error, answer) =>
          error === null ? resolve(answer as Answer) : reject(error),
        );
      }),
    hangUp: () => service.close(),
  };
}

export type Containerd = Awaited<ReturnType<typeof startContainerd>>;
