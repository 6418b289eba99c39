import { readBtf } from '@tracee/event-schema/dist/generate/btf';
import { readBtfTypes } from '@tracee/event-schema/dist/generate/btf_types';
import fc from 'fast-check';
import { canonical } from '../src/layout';
import { writeBtf } from '../src/write_btf';
import { pointer, renumber, struct, taskTypes, typedef, unionTypes } from './types';

const numbers = taskTypes().map((_, i) => i + 1);
const form = (types = taskTypes()) => canonical(writeBtf(types)).toString('hex');

it('is the same however the types are numbered', () => {
  const orders = fc.shuffledSubarray(numbers, { minLength: numbers.length });
  fc.assert(fc.property(orders, (order) => expect(form(renumber(taskTypes(), order))).toBe(form())));
});

it('is the same however the members are written down', () => {
  const turned = taskTypes().map((type) =>
    type.name === 'task_struct' ? { ...type, rows: [...type.rows].reverse() } : type,
  );
  expect(form(turned)).toBe(form());
  expect(form(unionTypes(true))).toBe(form(unionTypes(false)));
});

it('merges types that say the same', () => {
  const twice = [...taskTypes(), pointer(3), typedef('pid_t', 1)];
  expect(form(twice)).toBe(form());
});

it('keeps its own form', () => {
  const once = canonical(writeBtf(taskTypes()));
  expect(canonical(once).equals(once)).toBe(true);
});

it('loses nothing', () => {
  const btf = canonical(writeBtf(taskTypes(96)));
  const { structs, sizeOf } = readBtf(btf);
  const task = structs.get('task_struct');
  expect(task?.size).toBe(64);
  expect([...(task?.members ?? [])].map(([name, { offset }]) => [name, offset])).toEqual([
    ['leader', 0],
    ['pid', 12],
    ['comm', 16],
    ['', 32],
  ]);
  expect(['leader', 'pid', 'comm', ''].map((name) => sizeOf(task?.members.get(name)?.type ?? 0))).toEqual([
    8, 4, 16, 16,
  ]);
  expect(readBtfTypes(btf)).toHaveLength(1 + taskTypes().length);
});

describe('differs with', () => {
  it.each([
    ['an offset', taskTypes(96)],
    ['a size', [...taskTypes().slice(0, 2), { ...taskTypes()[2], third: 72 }, ...taskTypes().slice(3)]],
    ['what a pointer points to', [...taskTypes().slice(0, 3), pointer(7), ...taskTypes().slice(4)]],
    ['one more type', [...taskTypes(), struct('cred', 8, [['uid', 1, 0]])]],
    ['two structs of one name', [...taskTypes(), struct('task_struct', 8, [['pid', 1, 0]])]],
  ])('%s', (_, types) => expect(form(types as never)).not.toBe(form()));
});

it('tells types apart by what they refer to, however far away', () => {
  const chain = (end: number) => [...taskTypes(), ...[end, 8, 9, 10].map(pointer), struct('far', 8, [['p', 11, 0]])];
  expect(form(chain(1))).not.toBe(form(chain(5)));
});
