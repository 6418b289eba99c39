import { statSync } from 'node:fs';
import type { Scope } from './condition';
import type { ExecutableFile } from './filter_bank';

/** dev_t of the kernel, from the number that stat gives. */
const kernelDevice = (dev: bigint): number => {
  const major = (dev >> 8n) & 0xfffn;
  const minor = (dev & 0xffn) | ((dev >> 12n) & 0xfff00n);
  return Number((major << 20n) | minor);
};

/** The files that the paths of exec filters name now; those that are not there yet are left out. */
export function executableFiles(scopes: readonly Scope[]): ExecutableFile[] {
  const paths = new Set(scopes.flatMap(({ executables: e }) => (e === undefined ? [] : [...e.wanted, ...e.excluded])));
  return [...paths].flatMap((path) => {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false });
    return found === undefined ? [] : [{ path, dev: kernelDevice(found.dev), inode: found.ino }];
  });
}
