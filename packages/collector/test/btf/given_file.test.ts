import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { writeBtf } from '../../../../btf/src/write_btf';
import { struct } from '../../../../btf/test/types';
import { elfMachines } from '../../src/btf/elf_file';
import { checkBpfFile, checkBtfFile } from '../../src/btf/given_file';

const directory = mkdtempSync(join(tmpdir(), 'tracee-given-'));
afterAll(() => rmSync(directory, { recursive: true }));

const path = (name: string) => join(directory, name);
function file(name: string, content: string | Uint8Array): string {
  writeFileSync(path(name), content);
  return path(name);
}

const btfOf = (member: string) => writeBtf([struct('pt_regs', 168, [[member, 0, 0]])]);
const [x86, arm] = [btfOf('orig_ax'), btfOf('orig_x0')];

/** An object of clang for BPF, with CO-RE relocations or without. */
function compile(name: string, flags: readonly string[] = ['-g'], source = relocating): string {
  const unit = file(`${name}.c`, source);
  execFileSync('clang', ['-O2', '-target', 'bpf', ...flags, '-c', unit, '-o', path(name)]);
  return path(name);
}
const relocating = `
struct pt_regs { long orig_ax; } __attribute__((preserve_access_index));
__attribute__((section("raw_tp/sys_enter"))) int probe(struct pt_regs *regs) { return regs->orig_ax; }`;
const typed = relocating.replace('raw_tp/', 'tp_btf/');
const fixed = relocating.replace('__attribute__((preserve_access_index))', '');

/** The object with other bytes at a place of its header. */
function patched(name: string, from: string, at: number, value: number): string {
  const bytes = readFileSync(from);
  bytes.writeUInt16LE(value, at);
  return file(name, bytes);
}
const machineAt = 18;

describe('TRACEE_BTF_FILE', () => {
  it('takes BTF, and ELF files that have it', () => {
    expect(checkBtfFile(file('good.btf', x86), 'x86_64')).toBe(path('good.btf'));
    expect(checkBtfFile(file('arm.btf', arm), 'arm64')).toBe(path('arm.btf'));
    expect(checkBtfFile(patched('vmlinux', compile('btf.o'), machineAt, elfMachines.x86_64), 'x86_64')).toBe(
      path('vmlinux'),
    );
  });

  it.each([
    ['missing', () => path('nowhere'), 'not there'],
    ['a directory', () => directory, 'a directory'],
    ['empty', () => file('empty', ''), 'empty'],
    [
      'truncated BTF',
      () => file('cut.btf', x86.subarray(0, x86.length - 1)),
      /truncated: \d+ bytes of BTF, \d+ in its header/,
    ],
    ['BTF of a few bytes', () => file('few.btf', x86.subarray(0, 10)), 'truncated: BTF of 10 bytes'],
    [
      'a truncated vmlinux',
      () => file('cut', readFileSync(compile('whole.o')).subarray(0, 400)),
      'truncated: a section ends at',
    ],
    ['something else', () => file('text', 'no BTF at all'), 'neither BTF nor an ELF file with BTF'],
    [
      'a vmlinux without BTF',
      () => patched('bare', compile('bare.o', []), machineAt, elfMachines.x86_64),
      'no BTF in it',
    ],
    ['compressed', () => file('btf.gz', gzipSync(x86)), 'compressed with gzip (unpack it)'],
    [
      'BTF of another architecture',
      () => file('other.btf', arm),
      'of another architecture, arm64 (this machine is x86_64)',
    ],
    [
      'a vmlinux of another architecture',
      () => patched('other', compile('other.o'), machineAt, elfMachines.arm64),
      'of another architecture, arm64',
    ],
    [
      'a vmlinux of an unknown machine',
      () => patched('strange', compile('strange.o'), machineAt, 21),
      'ELF machine 21',
    ],
  ])('refuses what is %s', (_, make, found) => {
    const wrong = make();
    expect(() => checkBtfFile(wrong, 'x86_64')).toThrow(found);
    expect(() => checkBtfFile(wrong, 'x86_64')).toThrow(expect.objectContaining({ code: 'unsupported' }));
    expect(() => checkBtfFile(wrong, 'x86_64')).toThrow(`TRACEE_BTF_FILE: ${wrong}: `);
  });
});

describe('TRACEE_BPF_FILE', () => {
  it.each([
    ['raw, relocated', () => compile('raw.o'), { probes: 'raw', relocates: true }],
    ['typed, relocated', () => compile('typed.o', ['-g'], typed), { probes: 'typed', relocates: true }],
    ['built for one kernel', () => compile('fixed.o', ['-g'], fixed), { probes: 'raw', relocates: false }],
    ['built for one kernel, without BTF', () => compile('plain.o', [], fixed), { probes: 'raw', relocates: false }],
  ])('takes an object: %s', (_, make, expected) => {
    const object = make();
    expect(checkBpfFile(object, 'x86_64')).toEqual({ path: object, ...expected });
  });

  it.each([
    ['missing', () => path('nowhere.o'), 'not there'],
    ['a directory', () => directory, 'a directory'],
    ['empty', () => file('empty.o', ''), 'empty'],
    ['truncated', () => file('cut.o', readFileSync(compile('long.o')).subarray(0, 700)), 'truncated'],
    [
      'shorter than a header',
      () => file('head.o', readFileSync(compile('head.whole.o')).subarray(0, 20)),
      'truncated: an ELF header of 20 bytes',
    ],
    ['no ELF file', () => file('text.o', 'int main;'), 'not an ELF file'],
    [
      'of a big-endian machine',
      () => file('big.o', Buffer.concat([Buffer.from('7f454c460202', 'hex'), Buffer.alloc(64)])),
      'not a 64-bit little-endian ELF file',
    ],
    ['a program of this machine', () => process.execPath, 'not a BPF object'],
    ['BTF', () => file('btf.btf', x86), 'not an ELF file'],
    [
      'built for another architecture',
      () => compile('arm.o', ['-g'], relocating.replaceAll('orig_ax', 'orig_x0')),
      'of another architecture, arm64',
    ],
  ])('refuses what is %s', (_, make, found) => {
    const wrong = make();
    expect(() => checkBpfFile(wrong, 'x86_64')).toThrow(found);
    expect(() => checkBpfFile(wrong, 'x86_64')).toThrow(expect.objectContaining({ code: 'unsupported' }));
    expect(() => checkBpfFile(wrong, 'x86_64')).toThrow(`TRACEE_BPF_FILE: ${wrong}: `);
  });
});
