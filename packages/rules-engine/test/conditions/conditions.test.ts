import { encodeSockaddr } from '@tracee/event-schema';
import {
  BoundedMap,
  basename,
  environmentValue,
  inContainer,
  internetPeer,
  isByIoUring,
  isElf,
  isMemoryPath,
  isPackageManager,
  isReadOpen,
  isSensitiveFile,
  isShell,
  isTruncatingOpen,
  isUnder,
  isWriteOpen,
  onHost,
  unixPeer,
} from '../../src/index';

test.each([
  [0, true, false],
  [1, false, true],
  [2, true, true],
  [3, false, false],
  [0o100000, true, false],
  [0o101 | 0o2000, false, true],
  [null, false, false],
])('open flags %p: read %p, write %p', (flags, read, write) => {
  expect(isReadOpen(flags)).toBe(read);
  expect(isWriteOpen(flags)).toBe(write);
});

test('an opening empties the file only when it may write', () => {
  expect([0o1001, 0o1002, 0o1000, 1, null].map(isTruncatingOpen)).toEqual([true, true, false, false, false]);
});

test('basename is what follows the last slash', () => {
  expect(['/a/b', 'b', '/a/', ''].map(basename)).toEqual(['b', 'b', '', '']);
});

test('below a directory, not beside it and not the directory itself', () => {
  expect(
    ['/etc/x/a', '/etc/x/a/b', '/etc/x', '/etc/xy', '/tmp/etc/x/a', null].map((path) => isUnder(path, '/etc/x')),
  ).toEqual([true, true, false, false, false, false]);
  expect(isUnder('/b/c', '/a', '/b')).toBe(true);
});

test.each([
  ['memfd:', true],
  ['memfd:x', true],
  ['/dev/shm/x', true],
  ['/run/shm/x', true],
  ['/dev/shm', false],
  ['/dev/shmem/x', false],
  ['/tmp/memfd:x', false],
  [null, false],
])('%p in memory: %p', (path, expected) => expect(isMemoryPath(path)).toBe(expected));

test('an ELF file begins with its four bytes', () => {
  expect(isElf(Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1))).toBe(true);
  expect(isElf(Uint8Array.of(0x7f, 0x45, 0x4c))).toBe(false);
  expect(isElf(Buffer.from('#!/bin/sh'))).toBe(false);
  expect(isElf(null)).toBe(false);
});

test('a shell by path or name', () => {
  expect(['/bin/sh', 'bash', '/usr/bin/zsh', '/bin/shutdown', 'xsh', null].map(isShell)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(isPackageManager('dpkg')).toBe(true);
  expect(isPackageManager('dpkg-query')).toBe(false);
});

test('the value of a variable, which may be empty and hold an equals sign', () => {
  const environment = ['AB=1', 'A=x=y', 'B='];
  expect(environmentValue(environment, 'A')).toBe('x=y');
  expect(environmentValue(environment, 'B')).toBe('');
  expect(environmentValue(environment, 'C')).toBeUndefined();
  expect(environmentValue(null, 'A')).toBeUndefined();
});

test.each([
  ['/etc/shadow', true],
  ['/root/.ssh/id_ed25519', true],
  ['/home/u/.aws/credentials', true],
  ['/home/u/.kube/config', true],
  ['/etc/ssh/ssh_host_rsa_key', true],
  ['/root/.ssh/id_ed25519.pub', false],
  ['/home/u/.ssh/known_hosts', false],
  ['/etc/ssh/ssh_host_rsa_key.pub', false],
  ['/tmp/etc/shadow', false],
  ['/home/u/x/.aws/credentials', false],
  ['/etc/passwd', false],
  [null, false],
])('%p sensitive: %p', (path, expected) => expect(isSensitiveFile(path)).toBe(expected));

test('a peer has an address and a port, a Unix peer a path', () => {
  const inet = encodeSockaddr({ sa_family: 'AF_INET', sin_addr: '10.1.2.3', sin_port: '80' }) ?? null;
  const unix = encodeSockaddr({ sa_family: 'AF_UNIX', sun_path: '/run/x' }) ?? null;
  expect(internetPeer(inet)).toEqual({ address: '10.1.2.3', port: 80 });
  expect([internetPeer(unix), internetPeer(null), unixPeer(inet), unixPeer(null)]).toEqual(Array(4).fill(undefined));
  expect(unixPeer(unix)).toBe('/run/x');
});

test('through io_uring: in its system call, or by its worker', () => {
  const by = (syscall: number, processName: string, ioWorker = false) =>
    isByIoUring({ syscall, processName, contextFlags: { ioWorker } });
  expect(by(426, 'x')).toBe(true);
  expect(by(-1, 'x', true)).toBe(true);
  expect(by(-1, 'iou-wrk-77')).toBe(true);
  expect(by(257, 'x-iou-')).toBe(false);
});

test('origin is told by the flag of a started container', () => {
  const flags = {
    containerStarted: true,
    isCompat: false,
    truncated: false,
    late: false,
    faulted: false,
    resent: false,
    ioWorker: false,
  };
  expect(inContainer({ contextFlags: flags })).toBe(true);
  expect(onHost({ contextFlags: flags })).toBe(false);
  expect(onHost({ contextFlags: { ...flags, containerStarted: false } })).toBe(true);
});

test('a bounded map forgets what was written longest ago', () => {
  const map = new BoundedMap<string, number>(2);
  map.set('a', 1);
  map.set('b', 2);
  map.set('a', 3);
  map.set('c', 4);
  expect([map.get('a'), map.get('b'), map.get('c'), map.size]).toEqual([3, undefined, 4, 2]);
  expect([map.take('a'), map.take('a'), map.size]).toEqual([3, undefined, 1]);
});
