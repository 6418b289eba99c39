import { events } from '@tracee/event-schema';
import { listJson, listTable } from '../../src/cli/list';

it('the table has every event with its sets and arguments, in aligned columns', () => {
  const lines = listTable(events).trimEnd().split('\n');
  expect(lines).toHaveLength(events.length + 1);
  const openat = lines.find((line) => line.startsWith('openat '));
  expect(openat?.split(/ {2,}/)).toEqual([
    'openat',
    'syscalls,fs,fs_file_ops',
    'dirfd:i32 pathname:string flags:i32 mode:u16',
  ]);
  const column = lines[0]?.indexOf('SETS');
  expect(openat?.indexOf('syscalls')).toBe(column);
});

it('JSON has an object a line', () => {
  const objects = listJson(events)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(objects.map(({ name }) => name)).toEqual(events.map(({ name }) => name));
  expect(objects.find(({ name }) => name === 'openat')).toMatchObject({
    id: 257,
    sets: ['syscalls', 'fs', 'fs_file_ops'],
    args: expect.arrayContaining([{ name: 'pathname', type: 'string' }]),
  });
});
