import type { EventDefinition } from '@tracee/event-schema';
import fc from 'fast-check';
import { parseExpressions } from '../../src/filter/grammar';
import { selectEvents, setNames } from '../../src/filter/select_events';

const event = (id: number, name: string, ...sets: string[]): EventDefinition => ({ id, name, sets, doc: '', args: [] });
const catalogue = [
  event(0, 'read', 'fs', 'syscalls'),
  event(2, 'open', 'default', 'fs', 'syscalls'),
  event(257, 'openat', 'default', 'fs', 'syscalls'),
  event(437, 'openat2', 'fs', 'syscalls'),
  event(42, 'connect', 'default', 'net', 'syscalls'),
  event(2001, 'sched_process_exec', 'default', 'proc'),
];
const select = (...trace: string[]) => selectEvents(parseExpressions(trace), catalogue).map(({ name }) => name);

describe('the events selected', () => {
  it.each([
    [[], ['open', 'openat', 'connect', 'sched_process_exec']],
    [['comm=ls'], ['open', 'openat', 'connect', 'sched_process_exec']],
    [['event=read'], ['read']],
    [['event=read,connect'], ['read', 'connect']],
    [
      ['event=read', 'event=connect'],
      ['read', 'connect'],
    ],
    [['event=openat*'], ['openat', 'openat2']],
    [['event=*'], catalogue.map(({ name }) => name)],
    [['set=net'], ['connect']],
    [
      ['set=net', 'event=read'],
      ['read', 'connect'],
    ],
    [['set=fs', 'event!=open*'], ['read']],
    [['event!=connect'], ['open', 'openat', 'sched_process_exec']],
    [['set=syscalls', 'set!=fs'], ['connect']],
    [
      ['event=open*', 'event!=openat2'],
      ['open', 'openat'],
    ],
  ])('%j: %j', (trace, names) => expect(select(...trace)).toEqual(names));

  it.each([
    ['event=opentat', 'no event "opentat" (did you mean "openat"?)'],
    ['event!=opentat', 'no event "opentat"'],
    ['event=zzzzz', 'no event "zzzzz" (see --list)'],
    ['event=net', 'it is a set: write set=net'],
    ['event=zzz*', 'no event begins with "zzz"'],
    ['set=nte', 'no set "nte" (did you mean "net"?)'],
    ['set=openat', 'it is an event: write event=openat'],
    ['set=zzzzz', 'sets: default, fs, net, proc, syscalls'],
  ])('%s: %s', (text, found) => expect(() => select(text)).toThrow(found));

  it('is an error when nothing is left', () =>
    expect(() => select('set=net', 'event!=connect')).toThrow('no event is left'));

  it('never contains an excluded event, and only events of the catalogue in its order', () => {
    const name = fc.constantFrom(...catalogue.map((e) => e.name));
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1 }),
        fc.uniqueArray(name, { minLength: 1 }),
        (wanted, excluded) => {
          const left = wanted.filter((n) => !excluded.includes(n));
          fc.pre(left.length > 0);
          const order = catalogue.map((e) => e.name).filter((n) => left.includes(n));
          expect(select(`event=${wanted.join(',')}`, `event!=${excluded.join(',')}`)).toEqual(order);
        },
      ),
    );
  });
});

it('set names are sorted and single', () =>
  expect(setNames(catalogue)).toEqual(['default', 'fs', 'net', 'proc', 'syscalls']));
