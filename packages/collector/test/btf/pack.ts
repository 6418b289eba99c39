import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kernelOf } from '../../../../btf/src/kernel';
import { writeBtf } from '../../../../btf/src/write_btf';
import { writePack } from '../../../../btf/src/write_pack';
import { taskTypes } from '../../../../btf/test/types';
import type { Host } from '../../src/btf/host';

export const directory = mkdtempSync(join(tmpdir(), 'tracee-btf-test-'));

/** A layout by the place of one member. */
export const layout = (bit: number): Buffer => writeBtf(taskTypes(bit));

/** Writes a pack of these kernels, each with the place of that member. */
export function packOf(kernels: Readonly<Record<string, number>>): string {
  const path = join(directory, `${Math.random()}.pack`);
  const entries = Object.entries(kernels).map(([path, bit]) => ({ kernel: kernelOf(path), layout: layout(bit) }));
  writeFileSync(path, writePack(entries, {}));
  return path;
}

export const host = (release: string, version = '12'): Host => ({
  distribution: 'debian',
  version,
  arch: 'x86_64',
  release,
  build: '#1 SMP',
  source: '/etc/os-release',
});
