import { type View, viewProblems } from '../../src/cli/own_namespaces';

const host: View = {
  pidNamespace: 'pid:[4026531836]',
  cgroupNamespace: 'cgroup:[4026531835]',
  cgroups: { root: '/sys/fs/cgroup', hierarchy: 0, part: '/' },
};
const container: View = {
  ...host,
  cgroupNamespace: 'cgroup:[4026532400]',
  cgroups: { root: '/host/sys/fs/cgroup', hierarchy: 0, part: '/../..' },
};

test('nothing is missing on the host, and in a container that was given what it needs', () => {
  expect(viewProblems(host)).toEqual([]);
  expect(viewProblems(container)).toEqual([]);
});

test('a kernel without these namespaces', () => {
  expect(viewProblems({ ...host, pidNamespace: '', cgroupNamespace: '' })).toEqual([]);
});

test('a process namespace of its own', () => {
  expect(viewProblems({ ...container, pidNamespace: 'pid:[4026532401]' })).toEqual([
    expect.stringMatching(/process namespace.*\(give the container the host's: pid: host, or hostPID\)$/),
  ]);
});

test("a container that sees only its own cgroup: without the host's mount, and with the mount of one", () => {
  for (const part of ['/', '/docker/1'])
    expect(viewProblems({ ...container, cgroups: { root: '/sys/fs/cgroup', hierarchy: 0, part } })).toEqual([
      expect.stringMatching(/^start: \/sys\/fs\/cgroup: shows only our own cgroup.*\(mount the host's /),
    ]);
});

test('no cgroup file system', () => {
  expect(viewProblems({ ...container, cgroups: undefined })).toEqual([
    expect.stringMatching(/no cgroup file system.*\(mount \/sys\/fs\/cgroup/),
  ]);
});
