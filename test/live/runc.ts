import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

const find = (names: readonly string[]) => names.find(existsSync);
export const runc = find(['/usr/sbin/runc', '/usr/bin/runc']);
const busybox = find(['/bin/busybox']);
/** The set-up installs both; guests for arm64 have no runc. */
export const runcObstacle = runc === undefined || busybox === undefined ? 'no runc or busybox here' : undefined;

export const newId = (): string => randomBytes(32).toString('hex');

/** Containers of busybox that runc starts, in cgroups named as Docker names its own; for the tests of one file. */
export function containers() {
  const directory = mkdtempSync(join(tmpdir(), 'tracee-containers-'));
  const parent = `tracee-${process.pid}/docker`;

  before(() => {
    if (busybox === undefined) return;
    mkdirSync(join(directory, 'rootfs/bin'), { recursive: true });
    for (const name of ['proc', 'dev', 'sys']) mkdirSync(join(directory, 'rootfs', name));
    copyFileSync(busybox, join(directory, 'rootfs/bin/busybox'));
  });

  // runc leaves the cgroups above those of its containers
  after(() => {
    rmSync(directory, { recursive: true });
    for (const hierarchy of ['.', ...readdirSync('/sys/fs/cgroup')])
      for (const path of [parent, `tracee-${process.pid}`]) {
        const cgroup = join('/sys/fs/cgroup', hierarchy, path);
        if (existsSync(cgroup)) rmdirSync(cgroup);
      }
  });

  return {
    directory,
    /** Where fakeDocker() may listen. */
    socket: join(directory, 'docker.sock'),
    /** The bundle of a container that runs an applet of busybox. */
    bundle(id: string, args: readonly string[]): string {
      const path = join(directory, id);
      mkdirSync(path);
      spawnSync(runc as string, ['spec'], { cwd: path });
      const config = JSON.parse(readFileSync(join(path, 'config.json'), 'utf8'));
      config.root = { path: join(directory, 'rootfs'), readonly: true };
      config.process.terminal = false;
      config.process.args = ['/bin/busybox', ...args];
      config.linux.cgroupsPath = `/${parent}/${id}`;
      config.linux.resources = {};
      writeFileSync(join(path, 'config.json'), JSON.stringify(config));
      return path;
    },
    async isRunning(id: string): Promise<void> {
      const runs = () => spawnSync(runc as string, ['state', id], { encoding: 'utf8' }).stdout.includes('"running"');
      for (let i = 0; i < 200 && !runs(); i++) await sleep(20);
    },
  };
}

/** Answers for each container as Docker does. */
export async function fakeDocker(
  path: string,
  about: (id: string) => object,
  delayMs = (_: string) => 0,
): Promise<Server> {
  const server = createServer(async ({ url = '' }, response) => {
    const [, id = ''] = /^\/containers\/([0-9a-f]{64})\/json$/.exec(url) ?? [];
    await sleep(delayMs(id));
    response.end(JSON.stringify(about(id)));
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return server;
}
