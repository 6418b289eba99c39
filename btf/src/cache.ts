import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Kernel } from './kernel';
import { kernelOf, pathOf } from './kernel';

/** What is fetched once and outlives the checkout. */
export const cacheDirectory = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'tracee-ts', 'btf');

/** Whole BTF of kernels, as BTFHub lays them out: DISTRIBUTION/VERSION/ARCH/RELEASE.btf. */
const kernelsDirectory = join(cacheDirectory, 'kernels');

/** Minimal BTF that was made before, by what it was made from. */
export const minimalDirectory = join(cacheDirectory, 'minimal');

export const aptDirectory = (version: string) => join(cacheDirectory, 'apt', version);

export const cachedPath = (kernel: Kernel) => join(kernelsDirectory, `${pathOf(kernel)}.btf`);

export const isCached = (kernel: Kernel): boolean => existsSync(cachedPath(kernel));

/** Written whole or not at all. */
export function write(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, bytes);
  renameSync(`${path}.new`, path);
}

export function cachedKernels(): Kernel[] {
  if (!existsSync(kernelsDirectory)) return [];
  const files = readdirSync(kernelsDirectory, { recursive: true, encoding: 'utf8' });
  return files
    .filter((path) => path.endsWith('.btf'))
    .map((path) => kernelOf(path.slice(0, -'.btf'.length)))
    .sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
}
