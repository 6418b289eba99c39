import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDirectory, cachedPath, isCached, write } from '../cache';
import { type Kernel, kernelOf } from '../kernel';
import { run, runForBytes } from '../run';

const stored = /\.btf(\.tar\.xz)?$/;

interface Entry {
  readonly kernel: Kernel;
  readonly path: string;
}

/**
 * Puts into the cache what a BTFHub archive has, a directory or a tar file of DISTRIBUTION/VERSION/ARCH/RELEASE.btf.tar.xz, and whose
 * path starts with `only`. Gives the kernels that are new.
 */
export function importArchive(archive: string, only: string): Kernel[] {
  if (statSync(archive).isDirectory()) return importDirectory(archive, only);
  mkdirSync(cacheDirectory, { recursive: true });
  const work = mkdtempSync(join(cacheDirectory, 'archive-'));
  try {
    run(['tar', '-x', '-f', archive, '-C', work, '--wildcards', `*${only}*.btf*`]);
    return importDirectory(work, only);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function importDirectory(directory: string, only: string): Kernel[] {
  const found = entries(directory).filter(({ kernel, path }) => path.includes(only) && !isCached(kernel));
  for (const { kernel, path } of found) write(cachedPath(kernel), readEntry(join(directory, path)));
  return found.map(({ kernel }) => kernel);
}

/** The last four names of each path are the kernel, wherever the archive was unpacked to. */
function entries(directory: string): Entry[] {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((path) => stored.test(path));
  if (files.length === 0) throw new Error(`archive: ${directory}: no *.btf and no *.btf.tar.xz below it`);
  return files
    .sort()
    .map((path) => ({ path, kernel: kernelOf(path.replace(stored, '').split('/').slice(-4).join('/')) }));
}

const readEntry = (path: string): Buffer =>
  path.endsWith('.xz') ? runForBytes(['tar', '-x', '-J', '-O', '-f', path]) : readFileSync(path);
