import {
  archOf,
  type EventArguments,
  hasFlags,
  mmapFlags,
  openFlags,
  prot,
  ptraceRequest,
  signal,
  vocabularies,
} from '../../src';
import { constantsOf } from '../../src/view/constants';

test('constants are as wide as the arguments', () => {
  const { request }: Pick<EventArguments['ptrace'], 'request'> = { request: 4n };
  const { flags }: Pick<EventArguments['openat'], 'flags'> = { flags: 0o101 };
  expect(request === ptraceRequest.PTRACE_POKETEXT).toBe(true);
  expect((flags & openFlags.O_ACCMODE) === openFlags.O_WRONLY).toBe(true);
  expect((flags & openFlags.O_CREAT) !== 0).toBe(true);
  expect(signal.SIGKILL satisfies 9).toBe(9);
});

test('a number that differs between architectures is no constant', () => {
  // @ts-expect-error O_DIRECTORY is another bit on arm64
  expect(openFlags.O_DIRECTORY).toBeUndefined();
  // @ts-expect-error no such request
  expect(ptraceRequest.PTRACE_NONE).toBeUndefined();
});

test('constants cannot be changed', () => {
  expect(Object.isFrozen(openFlags)).toBe(true);
});

test('every enum and every flag has a constant', () => {
  const { O_ACCMODE, O_RDONLY, O_NDELAY } = constantsOf(vocabularies.open_flags);
  expect([O_ACCMODE, O_RDONLY, O_NDELAY]).toEqual([3, 0, 0o4000]);
  expect(mmapFlags.MAP_HUGE_1GB).toBe(30 * 2 ** 26);
});

test('flags are tested whatever the width', () => {
  expect(hasFlags(7, prot.PROT_WRITE | prot.PROT_EXEC)).toBe(true);
  expect(hasFlags(7n, prot.PROT_WRITE | prot.PROT_EXEC)).toBe(true);
  expect(hasFlags(5n, prot.PROT_WRITE | prot.PROT_EXEC)).toBe(false);
  expect(hasFlags(-2147483648, 0x80000000)).toBe(true);
});

test('the machine of a stream names the architecture', () => {
  expect([archOf('x86_64'), archOf('aarch64'), archOf('arm64')]).toEqual(['x64', 'arm64', 'arm64']);
});
