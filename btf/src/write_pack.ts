import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import { layoutId, type PackIndex, packMagic } from '@tracee/collector/dist/src/btf/pack';
import { type Kernel, pathOf } from './kernel';

export interface PackedKernel {
  readonly kernel: Kernel;
  /** In its canonical form. */
  readonly layout: Buffer;
}

const largestWindowBits = 24;

/** The bytes of a pack; the same kernels give the same bytes, whatever their order. */
export function writePack(kernels: readonly PackedKernel[], needs: PackIndex['needs']): Buffer {
  const layouts = new Map<string, { number: number; layout: Buffer }>();
  const groups: Record<string, Record<string, number>> = {};
  for (const { kernel, layout } of [...kernels].sort((a, b) => (pathOf(a.kernel) < pathOf(b.kernel) ? -1 : 1))) {
    const id = layoutId(layout);
    const { number } = layouts.get(id) ?? { number: layouts.size };
    layouts.set(id, { number, layout });
    const group = [kernel.distribution, kernel.version, kernel.arch].join('/');
    groups[group] = { ...groups[group], [kernel.release]: number };
  }
  const stored = [...layouts.values()].map(({ layout }) => layout);
  const index: PackIndex = {
    needs,
    layouts: [...layouts].map(([id, { layout }]) => [layout.length, id]),
    kernels: groups,
  };
  const json = Buffer.from(JSON.stringify(index));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const compressed = brotliCompressSync(Buffer.concat([length, json, ...stored]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: largestWindowBits },
  });
  return Buffer.concat([Buffer.from(packMagic), createHash('sha256').update(compressed).digest(), compressed]);
}
