import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layoutId, Pack } from '@tracee/collector/dist/src/btf/pack';
import { cachedKernels, cachedPath, write } from './cache';
import { root } from './checkout';
import { type Kernel, kernelOf, pathOf } from './kernel';
import { minimise } from './minimise';
import { type BpfObject, objectFor } from './object';
import { type PackedKernel, writePack } from './write_pack';

export const packPath = join(root, 'packages/collector/btf/minimal.pack');

/** What a pack may have for 200 kernels. */
export const mostBytes = 64 << 10;

export interface Summary {
  readonly kernels: number;
  /** Taken over from the pack before: their whole BTF is not in the cache. */
  readonly kept: number;
  readonly layouts: number;
  readonly bytes: number;
  readonly changed: boolean;
}

/**
 * Makes the pack of all kernels in the cache, and of those in the pack before as long as the object reads nothing more. When it does, the
 * whole BTF of every kernel is needed again; those without are an error, or left out.
 */
export function makePack(dropMissing: boolean, report: (line: string) => void, path = packPath): Summary {
  const objects = new Map<string, BpfObject>();
  const objectOf = ({ arch }: Kernel) => {
    const known = objects.get(arch) ?? objectFor(arch);
    objects.set(arch, known);
    return known;
  };
  const before = existsSync(path) ? readFileSync(path) : undefined;
  const cached = cachedKernels();
  const { kept, lost } =
    before === undefined ? { kept: [], lost: [] } : packedBefore(new Pack(before), cached, objectOf);
  if (lost.length > 0 && !dropMissing)
    throw new Error(
      `pack: the object reads other fields than those that the pack was made for, and the BTF of ${lost.length} kernels is not in the cache: ${lost.map(pathOf).join(', ')} (fetch them: --debian or --archive, or leave them out: --drop-missing)`,
    );
  const seen = new Set(kept.map(({ layout }) => layoutId(layout)));
  const made = cached.map((kernel, i): PackedKernel => {
    const layout = minimise(readFileSync(cachedPath(kernel)), objectOf(kernel));
    const id = layoutId(layout);
    report(`${i + 1}/${cached.length} ${pathOf(kernel)}: layout ${id}${seen.has(id) ? '' : ', new'}`);
    seen.add(id);
    return { kernel, layout };
  });
  const pack = writePack(
    [...kept, ...made],
    Object.fromEntries([...objects].map(([arch, { needs }]) => [arch, needs])),
  );
  const changed = before === undefined || !before.equals(pack);
  if (changed) write(path, pack);
  return { kernels: kept.length + made.length, kept: kept.length, layouts: seen.size, bytes: pack.length, changed };
}

/** Kernels of the pack that the cache does not have: those whose layout still holds, and those that would have to be made again. */
function packedBefore(pack: Pack, cached: readonly Kernel[], objectOf: (kernel: Kernel) => BpfObject) {
  const inCache = new Set(cached.map(pathOf));
  const [kept, lost]: [PackedKernel[], Kernel[]] = [[], []];
  for (const [group, releases] of Object.entries(pack.index.kernels))
    for (const [release, number] of Object.entries(releases)) {
      const kernel = kernelOf(`${group}/${release}`);
      if (inCache.has(pathOf(kernel))) continue;
      if (notCovered(pack, kernel.arch, objectOf(kernel)).length === 0)
        kept.push({ kernel, layout: pack.layout(number).btf });
      else lost.push(kernel);
    }
  return { kept, lost };
}

/** What the object reads and the layouts of the pack do not have. */
function notCovered(pack: Pack, arch: string, { needs }: BpfObject): string[] {
  const covered = new Set(pack.index.needs[arch]);
  return needs.filter((need) => !covered.has(need));
}

/** Why the pack does not fit the BPF object as it is now; undefined when it does. */
export function staleness(): string | undefined {
  const pack = new Pack(readFileSync(packPath));
  for (const arch of Object.keys(pack.index.needs)) {
    const missing = notCovered(pack, arch, objectFor(arch)).map((need) => need.replace(/^\d+ /, ''));
    if (missing.length > 0)
      return `pack: ${packPath}: lacks what the BPF object of ${arch} reads: ${missing.join(', ')} (run: npm run btf)`;
  }
  return undefined;
}
