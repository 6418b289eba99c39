import { type OwnChild, runOwnChild } from '../../src/btf/own_child';
import { compare } from '../../src/btf/self_check';

const child: OwnChild = {
  pid: 4711,
  parent: 4242,
  parentStart: 1234n,
  startedAfter: 50_000_000_000n,
  startedBefore: 51_000_000_000n,
  comm: 'exe',
  uid: 2_147_420_011,
  executable: '/usr/bin/node',
  inode: 77n,
  ctimeNs: 1_700_000_000_123_456_789n,
  mode: 0o100755,
  argv: ['/proc/self/exe', '--version'],
};

const args = {
  pathname: child.executable,
  inode: child.inode,
  ctime: child.ctimeNs,
  inode_mode: child.mode,
  argv: child.argv,
};
const event = {
  processId: child.pid,
  threadId: child.pid,
  parentProcessId: child.parent,
  parentStartTime: 12_349_999_999n,
  threadStartTime: 50_500_000_000n,
  userId: child.uid,
  processName: child.comm,
  args,
};
type Exec = Parameters<typeof compare>[0];
const check = (changes: object) => compare({ ...event, ...changes } as unknown as Exec, child);

it('finds nothing where all agrees', () => expect(check({})).toEqual([]));

it.each([
  ['process id: 0 instead of 4711', { processId: 0 }],
  ['thread id: 0 instead of 4711', { threadId: 0 }],
  ['parent process id: 1 instead of 4242', { parentProcessId: 1 }],
  ["parent's start time: 1235 instead of 1234", { parentStartTime: 12_350_000_000n }],
  ['start time: 49999999999 ns since boot instead of now', { threadStartTime: 49_999_999_999n }],
  ['start time: 51000000001 ns since boot instead of now', { threadStartTime: 51_000_000_001n }],
  ['user id: 0 instead of 2147420011', { userId: 0 }],
  ['name: swapper instead of exe', { processName: 'swapper' }],
  ['executable: null instead of /usr/bin/node', { args: { ...args, pathname: null } }],
  ['inode: 78 instead of 77', { args: { ...args, inode: 78n } }],
  ['change time of the executable: 0 instead of 1700000000123456789', { args: { ...args, ctime: 0n } }],
  ['mode of the executable: 0 instead of 33261', { args: { ...args, inode_mode: 0 } }],
  ['arguments: undefined instead of /proc/self/exe --version', { args: { ...args, argv: null } }],
])('says what does not agree: %s', (line, changes) => expect(check(changes)).toEqual([line]));

it('says all that does not agree', () => expect(check({ processId: 0, userId: 0 })).toHaveLength(2));

it('knows the truth of a child of its own', () => {
  const own = runOwnChild();
  expect(own).toMatchObject({
    parent: process.pid,
    comm: 'exe',
    executable: process.execPath,
    argv: ['/proc/self/exe', '--version'],
  });
  expect(own.pid).toBeGreaterThan(0);
  expect(own.startedBefore > own.startedAfter && own.parentStart > 0n).toBe(true);
  expect(process.getuid?.() === 0 ? [2_147_420_011] : [process.getuid?.()]).toContain(own.uid);
});
