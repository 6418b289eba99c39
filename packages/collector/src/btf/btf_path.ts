import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Btf } from './choose';
import { withMemoryDirectory } from './memory_directory';

/** Runs `use` with the path of a BTF, which is all that libbpf takes; undefined when the kernel's own will do, or none is needed. */
export function withBtfPath<T>(btf: Btf, use: (path: string | undefined) => Promise<T>): Promise<T> {
  if (btf.of === 'kernel' || btf.of === 'none') return use(undefined);
  if (btf.of === 'file') return use(btf.path);
  return withMemoryDirectory((directory) => {
    const path = join(directory, 'kernel.btf');
    writeFileSync(path, btf.bytes, { flag: 'wx', mode: 0o600 });
    return use(path);
  });
}
