import type { WireType } from '../../events/define';
import {
  findVocabulary,
  parseArgument,
  parseReturnValue,
  parseValue,
  VocabularyError,
  type VocabularyName,
} from '../../src';

const x64 = { arch: 'x64' } as const;

test.each<[VocabularyName, string, bigint]>([
  ['open_flags', 'O_CREAT|O_EXCL', 0o300n],
  ['open_flags', ' O_CREAT | 0x1 ', 0o101n],
  ['open_flags', '0102', 0o102n],
  ['open_flags', '66', 66n],
  ['file_mode', '0644', 0o644n],
  ['file_mode', 'S_IFREG|0644', 0o100644n],
  ['file_mode', 'S_ISUID|S_IRUSR', 0o4400n],
  ['signal', 'SIGKILL', 9n],
  ['signal', 'SIGIOT', 6n],
  ['dirfd', 'AT_FDCWD', -100n],
  ['device', '8:1', 0x800001n],
  ['encoded_device', '8:1', 0x801n],
  ['device', '0x800001', 0x800001n],
  ['memory_alert', 'Protection changed to Executable!', 2n],
  ['socket_option', 'TCP_NODELAY', 1n],
  ['socket_option', 'SO_ATTACH_FILTER', 26n],
  ['fcntl_argument', 'O_NONBLOCK|O_APPEND', 0xc00n],
])('%s: %s is %s', (vocabulary, text, value) => {
  expect(parseValue(vocabulary, text, x64)).toBe(value);
});

test('the architecture decides', () => {
  expect(parseValue('open_flags', 'O_DIRECTORY', x64)).toBe(0x10000n);
  expect(parseValue('open_flags', 'O_DIRECTORY', { arch: 'arm64' })).toBe(0x4000n);
});

const errorOf = (act: () => unknown): VocabularyError => {
  try {
    act();
  } catch (error) {
    if (error instanceof VocabularyError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};

test.each<[VocabularyName, string, string]>([
  ['open_flags', 'O_CREATE', 'parse open_flags: "O_CREATE": no such name (did you mean "O_CREAT"?)'],
  ['open_flags', 'O_RDWR|o_trunc', 'parse open_flags: "o_trunc": no such name (did you mean "O_TRUNC"?)'],
  [
    'ptrace_request',
    'PTRACE_ATACH',
    'parse ptrace_request: "PTRACE_ATACH": no such name (did you mean "PTRACE_ATTACH"?)',
  ],
  [
    'signal',
    'KILL',
    'parse signal: "KILL": no such name (write a number, or a name such as SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP)',
  ],
  [
    'open_flags',
    '',
    'parse open_flags: "": no such name (write a number, or a name such as O_CREAT, O_EXCL, O_NOCTTY, O_TRUNC, O_APPEND)',
  ],
  ['prot', 'PROT_BTI', 'parse prot: "PROT_BTI": arm64 has it, x64 does not (write the number)'],
  ['device', '8-1', 'parse device: "8-1": not major:minor (write major:minor, or a number)'],
  ['device', '4096:0', 'parse device: "4096:0": not major:minor (write major:minor, or a number)'],
  ['socket_option', 'TCP_NODELEY', 'parse socket_option: "TCP_NODELEY": no such name (did you mean "TCP_NODELAY"?)'],
])('%s: "%s" is refused', (vocabulary, text, message) => {
  const error = errorOf(() => parseValue(vocabulary, text, x64));
  expect(error.message).toBe(message);
  expect(error.code).toBe('unknown_name');
});

test('a vocabulary that is none', () => {
  const error = errorOf(() => findVocabulary('open_flag'));
  expect(error.message).toBe('find vocabulary: "open_flag": there is none (did you mean "open_flags"?)');
  expect(error.code).toBe('no_vocabulary');
});

const read = (type: WireType, text: string, vocabulary?: VocabularyName) =>
  parseArgument(vocabulary === undefined ? { name: 'a', type } : { name: 'a', type, vocabulary }, text, x64);

test('an argument reads as the value that an event carries', () => {
  expect(read('i32', 'O_RDWR|O_CREAT', 'open_flags')).toBe(66);
  expect(read('i32', '0x80000000', 'open_flags')).toBe(-2147483648);
  expect(read('i64', 'PTRACE_ATTACH', 'ptrace_request')).toBe(16n);
  expect(read('u32', 'AT_FDCWD', 'dirfd')).toBe(0xffffff9c);
  expect(read('i32', 'LINUX_REBOOT_MAGIC1', 'reboot_magic')).toBe(-18751827);
  expect(read('ptr', '0xffff888012345678')).toBe(0xffff888012345678n);
  expect(read('u32', '-1')).toBe(4294967295);
  expect(read('string', '/etc/*')).toBe('/etc/*');
  expect(read('bool', 'true')).toBe(true);
  expect(read('bool', '0')).toBe(false);
});

test.each<[WireType, string, string, string]>([
  ['i32', 'ten', 'not_a_number', 'parse a: "ten": not a number (write decimal, 0x hexadecimal or 0 octal)'],
  ['u16', '65536', 'out_of_range', 'parse a: "65536": does not fit u16 (at most 65535)'],
  ['i32', '-2147483649', 'out_of_range', 'parse a: "-2147483649": does not fit i32 (at most 4294967295)'],
  ['bool', 'maybe', 'unknown_name', 'parse a: "maybe": neither true nor false (write one of them)'],
  ['cred', '0', 'no_text', 'parse a: a cred cannot be written as text (compare another argument)'],
])('%s: "%s" is refused as %s', (type, text, code, message) => {
  const error = errorOf(() => read(type, text));
  expect([error.code, error.message]).toEqual([code, message]);
});

test('return values', () => {
  expect(parseReturnValue('ENOENT')).toBe(-2n);
  expect(parseReturnValue('-ENOENT')).toBe(-2n);
  expect(parseReturnValue('-1')).toBe(-1n);
  expect(parseReturnValue('0')).toBe(0n);
  expect(errorOf(() => parseReturnValue('ENOENTT')).message).toBe(
    'parse errno: "ENOENTT": no such name (did you mean "ENOENT"?)',
  );
  expect(errorOf(() => parseReturnValue('')).code).toBe('not_a_number');
});
