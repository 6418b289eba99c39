import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BtfType } from '@tracee/event-schema/dist/generate/btf_types';
import { writeBtf } from '../../../../btf/src/write_btf';
import { array, int, pointer, struct, typedef } from '../../../../btf/test/types';
import { checkBpfFile } from '../../src/btf/given_file';
import { relocateObject } from '../../src/btf/relocate';

const directory = mkdtempSync(join(tmpdir(), 'tracee-relocate-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** A program that returns what it asks of the kernel's types, as clang compiles it. */
function compile(name: string, asked: string): string {
  const unit = join(directory, `${name}.c`);
  writeFileSync(unit, source.replace('ASKED', asked));
  execFileSync('clang', ['-O2', '-g', '-target', 'bpf', '-c', unit, '-o', join(directory, `${name}.o`)]);
  return join(directory, `${name}.o`);
}
const source = `
#define CORE __attribute__((preserve_access_index))
typedef int pid_t;
struct task { pid_t pid; long flags; struct { int leader; }; char comm[16]; struct task *parent; } CORE;
struct task___new { int later; } CORE;
struct gone { int x; } CORE;
__attribute__((section("raw_tp/sys_enter"))) long probe(struct task *task) { return ASKED; }`;
const offset = (of: string) => `__builtin_preserve_field_info(${of}, 0)`;
const exists = (of: string) => `__builtin_preserve_field_info(${of}, 2)`;

/** The kernel's: in another order, and with an array of tasks' names. */
const types = (parent: BtfType = pointer(6), nameBytes = 16): BtfType[] => [
  int('int', 4),
  typedef('pid_t', 1),
  int('char', 1),
  array(3, nameBytes),
  struct('', 8, [
    ['unused', 1, 0],
    ['leader', 1, 32],
  ]),
  struct('task', 96, [
    ['comm', 4, 64],
    ['parent', 7, 256],
    ['', 5, 320],
    ['pid', 2, 384],
    ['flags', 1, 416],
  ]),
  parent,
];

/** Instructions of the program in a relocated object, a hexadecimal number each. */
function instructions(object: string, kernel: readonly BtfType[]): string[] {
  const path = join(directory, 'fixed.o');
  writeFileSync(path, relocateObject(object, writeBtf(kernel)));
  expect(checkBpfFile(path, 'x86_64').relocates).toBe(false);
  const bytes = readFileSync(path);
  const text = execFileSync('readelf', ['-SW', path], { encoding: 'utf8' });
  const [, at = '', size = ''] = /raw_tp\/sys_enter +PROGBITS +\w+ (\w+) (\w+)/.exec(text) ?? [];
  const code = bytes.subarray(Number.parseInt(at, 16)).subarray(0, Number.parseInt(size, 16));
  return Array.from({ length: code.length / 8 }, (_, i) => code.subarray(8 * i, 8 * i + 8).toString('hex'));
}

/** r0 = NUMBER */
const set = (number: number) => `b7000000${number.toString(16).padStart(2, '0')}000000`;

it.each([
  ['a field', offset('task->pid'), 48],
  ['a field of a structure without a name', offset('task->leader'), 44],
  ['an element', offset('task->comm[5]'), 13],
  ['the size of a type', '__builtin_preserve_type_info(*(struct task *)0, 1)', 96],
  ['a field that is there', exists('task->parent'), 1],
  ['a field that only another version has', exists('((struct task___new *)task)->later'), 0],
  ['a type that is there', '__builtin_preserve_type_info(*(struct task___new *)0, 0)', 1],
  ['a type that is not there', '__builtin_preserve_type_info(*(struct gone *)0, 0)', 0],
])('%s is what the kernel has', (name, asked, number) => {
  expect(instructions(compile(name.replaceAll(' ', '_'), asked), types())).toContain(set(number));
});

it('a load reads where the field is', () => {
  expect(instructions(compile('load', 'task->pid'), types())).toContain('6110300000000000');
  // 4 bytes of this kernel, of which the program would read 8
  expect(() => instructions(compile('long', 'task->flags'), types())).toThrow(
    'relocate: instruction 79 on 4 bytes: not known here',
  );
});

it.each([
  ['is not there', offset('((struct task___new *)task)->later'), types()],
  ['is of another nature', offset('task->parent'), types(int('long', 8))],
  ['is behind the end of an array', offset('task->comm[5]'), types(pointer(6), 4)],
])('what %s is a call that the verifier refuses, when it can be reached', (name, asked, kernel) => {
  const object = compile(name.replaceAll(' ', '_'), asked);
  expect(instructions(object, kernel)).toContain('850000001023ad0b');
});

it('two types of one name and different layouts are no layout', () => {
  const twice = [...types(), struct('task', 8, [['pid', 2, 0]])];
  expect(() => relocateObject(compile('twice', offset('task->pid')), writeBtf(twice))).toThrow(
    'relocate: two types of one name: 48 and 0',
  );
});
