import type { WireType } from '../../events/define';
import {
  formatArgument,
  formatArguments,
  formatReturnValue,
  formatValue,
  type VocabularyName,
  vocabularies,
} from '../../src';
import { lookup, maxTexts } from '../../src/view/lookup';

const x64 = { arch: 'x64' } as const;
const show = (type: WireType, vocabulary: VocabularyName | undefined, value: unknown, arch: 'x64' | 'arm64' = 'x64') =>
  formatArgument(vocabulary === undefined ? { name: 'a', type } : { name: 'a', type, vocabulary }, value, { arch });

test.each<[WireType, VocabularyName, number | bigint, string]>([
  ['i32', 'open_flags', 0o102, 'O_RDWR|O_CREAT'],
  ['i32', 'open_flags', 0, 'O_RDONLY'],
  ['i32', 'open_flags', 0x101001, 'O_WRONLY|O_SYNC'],
  ['i32', 'open_flags', 0x1001, 'O_WRONLY|O_DSYNC'],
  ['i32', 'open_flags', 0x410002, 'O_RDWR|O_TMPFILE'],
  ['i32', 'open_flags', 0x10000, 'O_RDONLY|O_DIRECTORY'],
  ['i32', 'open_flags', 0x8000003, '0x8000003'],
  ['i32', 'open_flags', -2147483648, 'O_RDONLY|0x80000000'],
  ['u16', 'file_mode', 0o100644, 'S_IFREG|0644'],
  ['u16', 'file_mode', 0o755, '0755'],
  ['u16', 'file_mode', 0o104755, 'S_IFREG|04755'],
  ['u16', 'file_mode', 0, '0000'],
  ['i32', 'access_mode', 0, 'F_OK'],
  ['i32', 'access_mode', 6, 'R_OK|W_OK'],
  ['u64', 'clone_flags', 0x1200011n, 'SIGCHLD|CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID'],
  [
    'u64',
    'clone_flags',
    0x3d0f00n,
    'CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID',
  ],
  ['i32', 'unshare_flags', 0x10000080, 'CLONE_NEWTIME|CLONE_NEWUSER'],
  ['i32', 'prot', 7, 'PROT_READ|PROT_WRITE|PROT_EXEC'],
  ['i32', 'prot', 0, 'PROT_NONE'],
  ['i32', 'mmap_flags', 0x22, 'MAP_PRIVATE|MAP_ANONYMOUS'],
  ['i32', 'mmap_flags', 0x54040022, 'MAP_PRIVATE|MAP_HUGE_2MB|MAP_ANONYMOUS|MAP_HUGETLB'],
  ['u64', 'mount_flags', 0xc0ed0000n | 0x1000n, 'MS_BIND|MS_MGC_VAL'],
  ['u32', 'memfd_flags', 3, 'MFD_CLOEXEC|MFD_ALLOW_SEALING'],
  ['i32', 'socket_type', 0x80801, 'SOCK_STREAM|SOCK_NONBLOCK|SOCK_CLOEXEC'],
  ['i32', 'futex_op', 0x81, 'FUTEX_WAKE|FUTEX_PRIVATE_FLAG'],
  ['i32', 'shmget_flags', 0o1600, 'IPC_CREAT|0600'],
  ['i32', 'address_family', 1, 'AF_UNIX'],
  ['i32', 'address_family', 99, '99'],
  ['i32', 'address_family', -1, '-1'],
  ['i32', 'dirfd', -100, 'AT_FDCWD'],
  ['u32', 'dirfd', 0xffffff9c, 'AT_FDCWD'],
  ['i32', 'dirfd', 7, '7'],
  ['i32', 'reboot_magic', 0xfee1dead | 0, 'LINUX_REBOOT_MAGIC1'],
  ['i64', 'ptrace_request', 16n, 'PTRACE_ATTACH'],
  ['i32', 'signal', 9, 'SIGKILL'],
  ['i32', 'capability', 21, 'CAP_SYS_ADMIN'],
  ['i32', 'bpf_command', 5, 'BPF_PROG_LOAD'],
  ['i32', 'prctl_option', 15, 'PR_SET_NAME'],
  ['u32', 'device', 0x00800001, '8:1'],
  ['u32', 'encoded_device', 0x0801, '8:1'],
  ['u32', 'encoded_device', 0x12345678, '1110:74616'],
  ['i32', 'quota_command', 0x80000701 | 0, 'Q_GETQUOTA|GRPQUOTA'],
  ['u32', 'memory_alert', 2, 'Protection changed to Executable!'],
])('%s of %s: %s is %s', (type, vocabulary, value, text) => {
  expect(show(type, vocabulary, value)).toBe(text);
});

test('the architecture decides', () => {
  expect(show('i32', 'open_flags', 0x4000)).toBe('O_RDONLY|O_DIRECT');
  expect(show('i32', 'open_flags', 0x4000, 'arm64')).toBe('O_RDONLY|O_DIRECTORY');
  expect(show('i32', 'prot', 0x11)).toBe('PROT_READ|0x10');
  expect(show('i32', 'prot', 0x11, 'arm64')).toBe('PROT_READ|PROT_BTI');
  expect(show('i64', 'ptrace_request', 12n)).toBe('PTRACE_GETREGS');
  expect(show('i64', 'ptrace_request', 12n, 'arm64')).toBe('12');
  expect(formatValue('syscall', 59, x64)).toBe('execve');
  expect(formatValue('syscall', 221, { arch: 'arm64' })).toBe('execve');
});

test('values without a vocabulary', () => {
  expect(show('ptr', undefined, 0xffff888012345678n)).toBe('0xffff888012345678');
  expect(show('ptr', undefined, 0n)).toBe('0x0');
  expect(show('i32', undefined, -1)).toBe(-1);
  expect(show('u64', undefined, 1n << 63n)).toBe(1n << 63n);
  expect(show('string', undefined, '/etc/passwd')).toBe('/etc/passwd');
  expect(show('string', undefined, null)).toBeNull();
  expect(show('i32', 'open_flags', null)).toBeNull();
  expect(show('bool', undefined, false)).toBe(false);
  expect(show('i32x2', undefined, [3, 4])).toEqual([3, 4]);
  expect(show('strings', undefined, ['ls', '-l'])).toEqual(['ls', '-l']);
  expect(show('bytes', undefined, Uint8Array.of(1, 2))).toEqual(Uint8Array.of(1, 2));
});

test('times are seconds', () => {
  expect(show('timespec', undefined, [1n, 500_000_000n])).toBe('1.5');
  expect(show('timespec', undefined, [0n, 1n])).toBe('0.000000001');
  expect(show('timespec', undefined, [7n, 0n])).toBe('7');
  expect(show('timespec', undefined, [0n, 1_073_741_823n])).toBe('0s+1073741823ns');
});

test('a socket address is its fields, credentials are theirs', () => {
  expect(show('sockaddr', undefined, Uint8Array.of(2, 0, 0, 80, 127, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0))).toEqual({
    sa_family: 'AF_INET',
    sin_port: '80',
    sin_addr: '127.0.0.1',
  });
  expect(show('cred', undefined, new Uint8Array(80).fill(1, 0, 1))).toMatchObject({ uid: 1, gid: 0, capEffective: 0n });
});

test('an argument that another decides takes its words', () => {
  const event = (eventName: string, args: object) => formatArguments({ eventName, args }, x64);
  expect(event('socket', { domain: 2, type: 1, protocol: 6 })).toEqual({
    domain: 'AF_INET',
    type: 'SOCK_STREAM',
    protocol: 'IPPROTO_TCP',
  });
  expect(event('socket', { domain: 16, type: 3, protocol: 9 })).toMatchObject({
    domain: 'AF_NETLINK',
    protocol: 'NETLINK_AUDIT',
  });
  expect(event('socket', { domain: 17, type: 3, protocol: 0x300 })).toMatchObject({ protocol: 'ETH_P_ALL' });
  expect(event('socket', { domain: 1, type: 1, protocol: 0 })).toMatchObject({ protocol: '0' });
  const option = (level: number) => event('setsockopt', { sockfd: 3, level, optname: 1, optval: 0x1000n, optlen: 4 });
  expect(option(1)).toEqual({ sockfd: 3, level: 'SOL_SOCKET', optname: 'SO_DEBUG', optval: '0x1000', optlen: 4 });
  expect(option(6)).toMatchObject({ level: 'SOL_TCP', optname: 'TCP_NODELAY' });
  expect(option(250)).toMatchObject({ level: '250', optname: '1' });
  expect(event('fcntl', { fd: 1, cmd: 4, arg: 0x801n })).toEqual({ fd: 1, cmd: 'F_SETFL', arg: 'O_WRONLY|O_NONBLOCK' });
  expect(event('fcntl', { fd: 1, cmd: 1, arg: 5n })).toEqual({ fd: 1, cmd: 'F_GETFD', arg: '5' });
});

test('arguments are those of the stream, words those of our definition', () => {
  const definition = {
    args: [
      { name: 'flags', type: 'i32' },
      { name: 'later', type: 'ptr' },
    ],
  };
  expect(formatArguments({ eventName: 'openat', definition, args: { flags: 1, later: 255n } }, x64)).toEqual({
    flags: 'O_WRONLY',
    later: '0xff',
  });
  expect(formatArguments({ eventName: 'of_tomorrow', definition, args: { flags: 1, later: null } }, x64)).toEqual({
    flags: 1,
    later: null,
  });
});

test('return values', () => {
  expect(formatReturnValue(-2n)).toBe('ENOENT');
  expect(formatReturnValue(-11)).toBe('EAGAIN');
  expect(formatReturnValue(-512n)).toBe('ERESTARTSYS');
  expect(formatReturnValue(-4000n)).toBe('-4000');
  expect(formatReturnValue(3n)).toBe('3');
  expect(formatReturnValue(-140737488355328n)).toBe('-140737488355328');
});

test('remembered texts are bounded, and right after they were forgotten', () => {
  const text = (value: number) => formatValue('open_flags', value, { arch: 'x64', type: 'u32' });
  for (let value = 0; value < 3 * maxTexts; value++) text(value << 3);
  expect(lookup(vocabularies.open_flags, 'x64').texts.size).toBeLessThanOrEqual(maxTexts);
  expect(text(0o102)).toBe('O_RDWR|O_CREAT');
});
