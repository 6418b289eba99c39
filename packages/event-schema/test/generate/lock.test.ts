import { defineEvent } from '../../events/define';
import { lockBreaks, lockLines } from '../../generate/lock';

const old = ['1 write fd:i32 buf:ptr', '2 open pathname:string', '3 close'];

describe('the lock of ids and arguments', () => {
  test('holds what cannot change, an event a line', () => {
    const event = defineEvent({ id: 2000, name: 'sample', doc: 'd', probe: 'p', args: 'a:u8 b:i64=open_flags' });
    expect(lockLines([event])).toEqual(['2000 sample a:u8 b:i64']);
  });

  test.each([
    ['nothing', old],
    ['an appended argument', ['1 write fd:i32 buf:ptr count:u64', ...old.slice(1)]],
    ['a first argument', [...old.slice(0, 2), '3 close fd:i32']],
    ['a new event', [...old, '4 stat']],
    ['another order of events', [...old].reverse()],
  ])('lets pass %s', (_, now) => {
    expect(lockBreaks(old, now)).toEqual([]);
  });

  test.each([
    ['a removed event', old.slice(1), '"1 write fd:i32 buf:ptr" is now "gone"'],
    ['another name', ['1 writ fd:i32 buf:ptr', ...old.slice(1)], 'is now "1 writ fd:i32 buf:ptr"'],
    ['another id', ['7 write fd:i32 buf:ptr', ...old.slice(1)], 'is now "gone"'],
    ['a removed argument', ['1 write fd:i32', ...old.slice(1)], 'is now "1 write fd:i32"'],
    ['a renamed argument', ['1 write f:i32 buf:ptr', ...old.slice(1)], 'is now "1 write f:i32 buf:ptr"'],
    ['another type', ['1 write fd:u32 buf:ptr', ...old.slice(1)], 'is now "1 write fd:u32 buf:ptr"'],
    [
      'a type that only begins alike',
      ['1 write fd:i32 buf:ptr64', ...old.slice(1)],
      'is now "1 write fd:i32 buf:ptr64"',
    ],
    ['an argument put first', ['1 write x:u8 fd:i32 buf:ptr', ...old.slice(1)], 'is now "1 write x:u8'],
    ['a name that only begins alike', [old[0] as string, old[1] as string, '3 close_range'], 'is now "3 close_range"'],
  ])('reports %s', (_, now, found) => {
    expect(lockBreaks(old, now)).toEqual([expect.stringContaining(found)]);
  });
});
