import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const busybox = '/bin/busybox';

/** Makes an image of a busybox in a new directory, as `docker save` would write it; the path of the archive. */
export function imageArchive(directory: string, name: string, command: readonly string[]): string {
  const root = join(directory, 'root');
  for (const path of ['bin', 'dev', 'etc', 'proc', 'sys', 'tmp']) mkdirSync(join(root, path), { recursive: true });
  copyFileSync(busybox, join(root, 'bin/busybox'));
  writeFileSync(join(root, 'etc/passwd'), 'root:x:0:0:root:/:/bin/sh\n');
  const tar = (file: string, ...what: string[]) => execFileSync('tar', ['-cf', join(directory, file), ...what]);
  tar('layer.tar', '-C', root, '.');
  const layer = createHash('sha256')
    .update(readFileSync(join(directory, 'layer.tar')))
    .digest('hex');
  const config = {
    architecture: process.arch === 'arm64' ? 'arm64' : 'amd64',
    os: 'linux',
    config: { Cmd: command },
    rootfs: { type: 'layers', diff_ids: [`sha256:${layer}`] },
  };
  writeFileSync(join(directory, 'config.json'), JSON.stringify(config));
  const manifest = [{ Config: 'config.json', RepoTags: [name], Layers: ['layer.tar'] }];
  writeFileSync(join(directory, 'manifest.json'), JSON.stringify(manifest));
  tar('image.tar', '-C', directory, 'manifest.json', 'config.json', 'layer.tar');
  return join(directory, 'image.tar');
}
