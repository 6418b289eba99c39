import { parseArguments } from '../../events/define';

describe('arguments as text', () => {
  test('name, type, vocabulary; any white space between', () => {
    expect(parseArguments('  dirfd:i32\n flags:i32=open_flags\tmode:u16 ')).toEqual([
      { name: 'dirfd', type: 'i32' },
      { name: 'flags', type: 'i32', vocabulary: 'open_flags' },
      { name: 'mode', type: 'u16' },
    ]);
  });

  test('none', () => {
    expect(parseArguments('')).toEqual([]);
  });

  test.each(['fd', 'fd:', ':i32', 'fd:int', 'fd:i32=', 'fd:i32=a=b', 'f d:i32', 'fd:i32:', 'fd:toString'])(
    'not an argument: %s',
    (text) => {
      expect(() => parseArguments(text)).toThrow(
        /^define event: argument ".+": not name:type\[=vocabulary\] \(types: bool, u8, /,
      );
    },
  );
});
