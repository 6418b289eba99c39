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

const own = '/sys/kernel/btf/vmlinux';
(existsSync(own) ? test : test.skip)("this kernel's", () => {
  const names = btfNames(readFileSync(own));
  expect(names.has('task_struct')).toBe(true);
  expect(names.has('no_such_struct')).toBe(false);
});
