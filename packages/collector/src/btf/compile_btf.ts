import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CollectError } from '../errors';
import { ElfFile } from './elf_file';
import { thisArch } from './host';
import type { KernelHeaders } from './kernel_headers';
import { kernelUnit, missingTypes } from './kernel_unit';

const targets: Readonly<Record<string, { readonly triple: string; readonly source: string }>> = {
  x86_64: { triple: 'x86_64-linux-gnu', source: 'x86' },
  arm64: { triple: 'aarch64-linux-gnu', source: 'arm64' },
};

export interface CompiledBtf {
  readonly btf: Buffer;
  /** Types that these headers do not declare. */
  readonly missing: readonly string[];
}

/**
 * BTF of a kernel's types from its headers. The unit is compiled for this machine, since the headers' assembler is not BPF's, and only
 * the code generator is BPF's: it writes the debug information as BTF.
 */
export function compileBtf(headers: KernelHeaders, types: readonly string[], clang: string): CompiledBtf {
  const work = mkdtempSync(join(tmpdir(), 'tracee-build-'));
  try {
    const flags = includeFlags(headers, clang);
    const missing = compileUnit(work, types, flags, clang);
    run(
      clang,
      ['-target', 'bpf', '-O2', '-g', '-w', '-Wno-override-module', '-c', '-x', 'ir', 'unit.bc', '-o', 'unit.o'],
      work,
    );
    return { btf: btfOf(join(work, 'unit.o')), missing };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Writes unit.bc; without the types that the headers do not have. */
function compileUnit(work: string, types: readonly string[], flags: readonly string[], clang: string): string[] {
  const compile = (wanted: readonly string[]) => {
    writeFileSync(join(work, 'unit.c'), kernelUnit(wanted));
    return attempt(clang, [...flags, '-emit-llvm', '-c', 'unit.c', '-o', 'unit.bc'], work).failure;
  };
  const first = compile(types);
  if (first === undefined) return [];
  const named = missingTypes(first);
  const missing = types.filter((type) => named.includes(type));
  const second = missing.length === 0 ? first : compile(types.filter((type) => !missing.includes(type)));
  if (second !== undefined)
    throw fault(`${clang}: the kernel's headers do not compile (it said what follows)\n${firstLines(second)}`);
  return missing;
}

function includeFlags({ build, source }: KernelHeaders, clang: string): string[] {
  const { triple, source: arch } = targets[thisArch()] ?? noTarget();
  const directories = [
    `${source}/arch/${arch}/include`,
    `${build}/arch/${arch}/include/generated`,
    `${source}/include`,
    `${build}/include`,
    `${source}/arch/${arch}/include/uapi`,
    `${build}/arch/${arch}/include/generated/uapi`,
    `${source}/include/uapi`,
    `${build}/include/generated/uapi`,
  ];
  // before every unit of the kernel, as its own Makefile has them
  const first = ['compiler-version.h', 'kconfig.h', 'compiler_types.h']
    .map((name) => `${source}/include/linux/${name}`)
    .filter(existsSync);
  const builtin = join(run(clang, ['-print-resource-dir'], '/').trim(), 'include');
  return [
    '-target',
    triple,
    '-nostdinc',
    '-isystem',
    builtin,
    ...directories.map((path) => `-I${path}`),
    ...first.flatMap((path) => ['-include', path]),
    '-D__KERNEL__',
    // what the kernel's Makefile says of its compiler
    '-DCC_USING_FENTRY',
    '-DKBUILD_MODNAME="tracee"',
    '-DKBUILD_BASENAME="tracee"',
    '-std=gnu11',
    '-fshort-wchar',
    '-O2',
    '-g',
    '-w',
    '-ferror-limit=0',
  ];
}

function noTarget(): never {
  throw fault(`${thisArch()}: not an architecture that can be built for (x86_64 and arm64 are)`);
}

/** Output of the command; `failure` is what it said when it failed. */
function attempt(
  command: string,
  args: readonly string[],
  cwd: string,
): { readonly failure?: string; readonly stdout: string } {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (error !== undefined)
    throw fault(`${command}: cannot be run: ${error.message} (install it, on Debian: apt-get install clang)`);
  return status === 0 ? { stdout } : { stdout, failure: stderr };
}

function run(command: string, args: readonly string[], cwd: string): string {
  const { failure, stdout } = attempt(command, args, cwd);
  if (failure !== undefined) throw fault(`${command}: failed (it said what follows)\n${firstLines(failure)}`);
  return stdout;
}

const fault = (message: string) => new CollectError('unsupported', `build: ${message}`);

const shownLines = 8;
const firstLines = (text: string) => text.split('\n').slice(0, shownLines).join('\n');

function btfOf(object: string): Buffer {
  const elf = new ElfFile(object);
  try {
    const btf = elf.section('.BTF');
    if (btf === undefined) throw fault('clang: wrote no BTF (version 10 and later do)');
    return btf;
  } finally {
    elf.close();
  }
}
