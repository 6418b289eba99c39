import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { arch, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoadOptions } from '../../src/native';

/** A folder that goes when the tests of the file are done. */
export const folder = mkdtempSync(join(tmpdir(), 'tracee-native-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** For processes that tests start: as loadNative() finds it. */
export const addonPath = (): string =>
  process.env.TRACEE_ADDON ?? join(__dirname, '..', '..', 'build', 'Release', 'collector.node');

const root = join(__dirname, '..', '..', '..', '..');
const bpfCore = join(root, 'packages', 'bpf-core');
const machine = { x64: ['x86', 'x86_64'], arm64: ['arm64', 'aarch64'] }[arch() as 'x64' | 'arm64'];

/** Compiles tests' own BPF object: records of a few system calls of one process. */
export function compileFixture(): string {
  const object = join(folder, 'tiny.bpf.o');
  const source = join(__dirname, '..', 'fixtures', 'tiny.bpf.c');
  const include = [`${bpfCore}/include`, `${bpfCore}/generated`, `/usr/include/${machine[1]}-linux-gnu`];
  const flags = ['-O2', '-g', '-target', 'bpf', '-mcpu=v2', `-D__TARGET_ARCH_${machine[0]}`, '-Wall', '-Werror'];
  execFileSync('clang', [...flags, ...include.map((path) => `-I${path}`), '-c', source, '-o', object]);
  return object;
}

export function u32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

export function u64(value: bigint): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
}

/** Loads `enter` for one process only. */
export const forProcess = (object: string, pid: number, more: Record<string, Uint8Array> = {}): LoadOptions => ({
  object,
  programs: ['enter'],
  ringBytes: 16 << 20,
  constants: { target: u32(pid), ...more },
});

/** Each call is one record of the fixture. (process.ppid would be cheaper, but in a test it is a copied number.) */
export function getuid(times: number): void {
  for (let i = 0; i < times; i++) process.getuid?.();
}
