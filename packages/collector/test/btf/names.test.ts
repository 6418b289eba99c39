import { existsSync, readFileSync } from 'node:fs';
import { btfNames } from '../../src/btf/names';

function btf(names: string): Buffer {
  const bytes = Buffer.alloc(24 + 8 + names.length);
  bytes.writeUInt16LE(0xeb9f, 0);
  bytes.writeUInt32LE(24, 4);
  bytes.writeUInt32LE(8, 16); // behind 8 bytes of types
  bytes.writeUInt32LE(names.length, 20);
  bytes.write(names, 32, 'latin1');
  return bytes;
}

test('the names behind the types, and no part of one', () => {
  const names = btfNames(btf('\0vfs_read\0btf_trace_sys_exit\0'));
  expect(names.has('vfs_read')).toBe(true);
  expect(names.has('btf_trace_sys_exit')).toBe(true);
  expect(names.has('read')).toBe(false);
});

test('what is no BTF has none', () => {
  expect(btfNames(Buffer.alloc(0)).has('')).toBe(false);
  expect(btfNames(Buffer.from('\0vfs_read\0 and more than a header')).has('vfs_read')).toBe(false);
});

test('the number of a function: types are counted from 1, whatever is behind each', () => {
  const named = (name: number, kind: number, count: number, ...words: number[]) => [
    name,
    (kind << 24) | count,
    0,
    ...words,
  ];
  const types = [
    ...named(1, 1, 0, 0x20), // int vfs_read
    ...named(0, 13, 2, 0, 1, 0, 1), // a prototype with two parameters
    ...named(0, 4, 1, 0, 1, 0), // a structure with one member
    ...named(1, 12, 0), // the function vfs_read
  ];
  const names = '\0vfs_read\0other\0';
  const bytes = Buffer.alloc(24 + 4 * types.length + names.length);
  bytes.writeUInt16LE(0xeb9f, 0);
  [24, 0, 4 * types.length, 4 * types.length, names.length].forEach(
    (value, i) => void bytes.writeUInt32LE(value, 4 + 4 * i),
  );
  types.forEach((value, i) => void bytes.writeUInt32LE(value, 24 + 4 * i));
  bytes.write(names, 24 + 4 * types.length, 'latin1');
  expect(btfNames(bytes).functionId('vfs_read')).toBe(4);
  expect(btfNames(bytes).functionId('other')).toBe(0);
  expect(btfNames(bytes).functionId('none')).toBe(0);
  expect(btfNames(Buffer.alloc(0)).functionId('vfs_read')).toBe(0);
});

const own = '/sys/kernel/btf/vmlinux';
(existsSync(own) ? test : test.skip)("this kernel's", () => {
  const names = btfNames(readFileSync(own));
  expect(names.has('task_struct')).toBe(true);
  expect(names.has('no_such_struct')).toBe(false);
  expect(names.functionId('vfs_read')).toBeGreaterThan(0);
});
