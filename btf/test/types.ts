import { type BtfType, btfKinds } from '@tracee/event-schema/dist/generate/btf_types';

type Member = readonly [name: string, type: number, bit: number];

const plain = { flag: false, rows: [] } as const;

export const int = (name: string, bytes: number): BtfType => ({
  ...plain,
  kind: btfKinds.int,
  count: 0,
  name,
  third: bytes,
  rows: [[bytes * 8]],
});

export const pointer = (to: number): BtfType => ({ ...plain, kind: btfKinds.pointer, count: 0, name: '', third: to });

export const typedef = (name: string, of: number): BtfType => ({
  ...plain,
  kind: btfKinds.typedef,
  count: 0,
  name,
  third: of,
});

export const array = (of: number, count: number): BtfType => ({
  ...plain,
  kind: btfKinds.array,
  count: 0,
  name: '',
  third: 0,
  rows: [[of, of, count]],
});

export const struct = (name: string, bytes: number, members: readonly Member[]): BtfType => ({
  ...plain,
  kind: btfKinds.struct,
  count: members.length,
  name,
  third: bytes,
  rows: members,
});

/** A task and its group leader: types in a circle, a pointer, a typedef, an array, an unnamed struct. */
export const taskTypes = (pidBit = 64): BtfType[] => [
  int('int', 4),
  typedef('pid_t', 1),
  struct('task_struct', 64, [
    ['leader', 4, 0],
    ['pid', 2, pidBit],
    ['comm', 6, 128],
    ['', 7, 256],
  ]),
  pointer(3),
  int('char', 1),
  array(5, 16),
  struct('', 16, [['tgid', 2, 0]]),
];

/** Unions whose members all lie at one place, some of them without a name. */
export const unionTypes = (turned: boolean): BtfType[] => {
  const union = (members: readonly Member[]): BtfType => {
    const ordered = turned ? [...members].reverse() : members;
    return { ...struct('', 8, ordered), kind: btfKinds.union };
  };
  return [
    int('long', 8),
    union([
      ['slot', 1, 0],
      ['', 3, 0],
      ['all', 1, 0],
    ]),
    struct('', 8, [['meta', 1, 0]]),
    union([
      ['', 6, 0],
      ['', 3, 0],
    ]),
    struct('node', 16, [
      ['', 2, 0],
      ['', 4, 64],
    ]),
    struct('', 8, [['other', 1, 0]]),
  ];
};

/** The same types under other numbers: `order[i]` is the old number of type i + 1. */
export function renumber(types: readonly BtfType[], order: readonly number[]): BtfType[] {
  const to = (number: number) => (number === 0 ? 0 : order.indexOf(number) + 1);
  const refers: readonly number[] = [btfKinds.pointer, btfKinds.typedef];
  return order.map((old) => {
    const type = types[old - 1] as BtfType;
    const at = type.kind === btfKinds.struct ? [1] : type.kind === btfKinds.array ? [0, 1] : [];
    const rows = type.rows.map((row) => row.map((word, i) => (at.includes(i) ? to(Number(word)) : word)));
    return { ...type, rows, third: refers.includes(type.kind) ? to(type.third) : type.third };
  });
}
