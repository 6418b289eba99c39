import type { Scope } from '../../src/filter/condition';
import { bank, containerEntry, fields, filterBank, rangesMax } from '../../src/filter/filter_bank';
import { scopeOf } from './scopes';

const none = { containers: [], executables: [] };
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const word = (value: bigint) => hex(new Uint8Array(BigUint64Array.of(value).buffer));
const make = (scopes: readonly Scope[], number = 0, around: Parameters<typeof filterBank>[3] = none) => {
  const { bytes, entries } = filterBank(scopes, new Set([0, 257]), number, around);
  const view = new DataView(bytes.buffer);
  const filter = (field: keyof typeof fields) =>
    [0, 8, 16].map((at) => view.getBigUint64(bank.filters + fields[field] * bank.filterBytes + at, true));
  const scopesOf = (id: number) => view.getBigUint64(bank.eventScopes + id * 8, true);
  return { entries, filter, scopesOf, follow: view.getBigUint64(bank.follow, true) };
};
const listing = (scopes: readonly Scope[], number = 0) =>
  make(scopes, number).entries.map(({ map, key, value }) => [map, hex(key), hex(value)]);

describe('the keys of the filter maps', () => {
  it('are the place and the number, with the bits of the scopes', () => {
    expect(listing([scopeOf('uid=0'), scopeOf('uid!=0'), scopeOf()])).toEqual([
      ['filter_numbers', '0000000000000000', word(1n) + word(3n)],
    ]);
    expect(listing([scopeOf('pid=258')], 1)).toEqual([['filter_numbers', '0300000002010000', word(1n) + word(1n)]]);
  });

  it('hold a name in 16 bytes, cut to 15 as the kernel does, bytes that are not UTF-8 as they are', () => {
    expect(listing([scopeOf('comm=ls')])).toEqual([
      ['filter_names', `04000000${'6c73'.padEnd(32, '0')}`, word(1n) + word(1n)],
    ]);
    expect(listing([scopeOf('comm=a-name-that-is-too-long')])[0]?.[1]).toBe(
      `04000000${Buffer.from('a-name-that-is-').toString('hex')}00`,
    );
    expect(listing([scopeOf('comm=a\udcff')])[0]?.[1]).toBe(`04000000${'61ff'.padEnd(32, '0')}`);
  });

  it('answer for a listed number with its ranges', () => {
    const [[, , value] = []] = listing([
      scopeOf('uid!=7', 'uid>5'),
      scopeOf('uid=7', 'uid<=6'),
      scopeOf('uid=7', 'uid<8'),
    ]);
    expect(value).toBe(word(4n) + word(7n));
  });

  it('are at most 8192', () => {
    const numbers = Array.from({ length: 8193 }, (_, i) => i).join(',');
    expect(() => listing([scopeOf(`uid=${numbers}`)])).toThrow('8193 different values (at most 8192)');
  });
});

describe('the filters in force', () => {
  it('pass what is not listed when nothing is wanted', () => {
    const { filter } = make([scopeOf('uid=1'), scopeOf('uid!=1'), scopeOf('uid>1'), scopeOf()]);
    expect(filter('uid')).toEqual([7n, 2n, 4n]);
    expect(filter('pid')).toEqual([0n, 0n, 0n]);
  });

  it('are functions of intervals', () => {
    const { entries } = make([scopeOf('uid>=10', 'uid<20'), scopeOf('uid>15'), scopeOf('uid<=4294967295')]);
    const view = new DataView(
      (entries.find(({ map }) => map === 'filter_ranges') as { value: Uint8Array }).value.buffer,
    );
    // as ranges__match of scope.h looks it up
    const match = (value: number) => {
      let at = 0;
      for (let step = rangesMax / 2; step >= 1; step /= 2)
        if (view.getUint32((at + step) * 4, true) <= value) at += step;
      return view.getBigUint64(rangesMax * 4 + at * 8, true);
    };
    expect([0, 9, 10, 15, 16, 19, 20, 4294967295].map(match)).toEqual([4n, 4n, 5n, 5n, 7n, 7n, 6n, 6n]);
  });

  it('say who selects an event, who follows, and who wants new processes', () => {
    const { scopesOf, follow, filter } = make([
      scopeOf('event=read', 'follow'),
      scopeOf('event=openat', 'pid=new'),
      scopeOf('event=read', 'pid!=new'),
    ]);
    expect([scopesOf(0), scopesOf(257), scopesOf(1), follow]).toEqual([5n, 2n, 0n, 1n]);
    expect(filter('new_process')).toEqual([6n, 4n, 0n]);
  });

  it('know containers by their cgroups, and programs by their files', () => {
    const id = (digit: string) => digit.repeat(64);
    const around = {
      containers: [
        { cgroup: 5n, containerId: id('a') },
        { cgroup: 6n, containerId: id('b') },
      ],
      executables: [
        { path: '/bin/a', dev: 3, inode: 9n },
        { path: '/bin/b', dev: 3, inode: 9n },
      ],
    };
    const scopes = [
      scopeOf('container'),
      scopeOf('!container'),
      scopeOf('container=aa'),
      scopeOf('container=new'),
      scopeOf('exec=/bin/b'),
      scopeOf('exec!=/bin/a'),
    ];
    const { filter, entries } = make(scopes, 1, around);
    expect(filter('cgroup')).toEqual([15n, 2n, 0n]);
    expect(filter('exec')).toEqual([48n, 32n, 0n]);
    expect(entries.map(({ map, key, value }) => [map, hex(key), hex(value)])).toEqual([
      ['filter_executables', `0100000003000000${word(9n)}`, word(16n) + word(48n)],
    ]);
    const cgroups = around.containers.map((container) => containerEntry(scopes, 1, container));
    expect(cgroups.map(({ map, key, value }) => [map, hex(key), hex(value)])).toEqual([
      ['filter_cgroups', word(1n) + word(5n), word(5n) + word(15n)],
      ['filter_cgroups', word(1n) + word(6n), word(1n) + word(15n)],
    ]);
  });
});
