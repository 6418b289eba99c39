import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import { layoutId, layoutsPerBox, type PackIndex, packMagic } from '@tracee/collector/dist/src/btf/pack';
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
  const boxes: Buffer[] = [];
  for (let at = 0; at < stored.length; at += layoutsPerBox)
    boxes.push(compressed(Buffer.concat(stored.slice(at, at + layoutsPerBox))));
  const index: PackIndex = {
    needs,
    layouts: [...layouts].map(([id, { layout }]) => [layout.length, id]),
    boxes: boxes.map(({ length }) => length),
    kernels: groups,
  };
  const json = compressed(Buffer.from(JSON.stringify(index)));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const content = Buffer.concat([length, json, ...boxes]);
  return Buffer.concat([Buffer.from(packMagic), createHash('sha256').update(content).digest(), content]);
}

const compressed = (bytes: Buffer): Buffer =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: largestWindowBits },
  });
