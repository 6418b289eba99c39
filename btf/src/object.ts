import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { needsOf } from '@tracee/collector/dist/src/btf/needs';
import { root } from './checkout';

/** The BPF object that minimal BTF is for: kernels without BTF of their own run the raw build. */
export interface BpfObject {
  readonly path: string;
  /** What it reads. */
  readonly needs: readonly string[];
}

const hostArch = process.arch === 'arm64' ? 'arm64' : 'x86_64';
const dist = join(root, 'packages/bpf-core/dist');

export function objectFor(arch: string): BpfObject {
  const path = arch === hostArch ? join(dist, 'tracee.raw.bpf.o') : join(dist, arch, 'tracee.raw.bpf.o');
  if (!existsSync(path))
    throw new Error(
      `object: ${path}: not built (run: make -C packages/bpf-core${arch === hostArch ? '' : ` ARCH=${arch} OUT=dist/${arch}`})`,
    );
  return { path, needs: needsOf(path) };
}
