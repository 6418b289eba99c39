import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCgroups } from '../../src/containers/cgroup_mount';

const unified = '40 30 0:37 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw';
const pure = '25 22 0:22 / /sys/fs/cgroup rw,nosuid shared:4 master:1 - cgroup2 cgroup2 rw,nsdelegate';
const cpuset = '33 30 0:30 / /sys/fs/cgroup/cpuset rw,relatime - cgroup cgroup rw,cpuset';
const together = '33 30 0:30 / /sys/fs/cgroup/cpu,cpuset rw,relatime - cgroup cgroup rw,cpu,cpuset';
const cpu = '31 30 0:28 / /sys/fs/cgroup/cpu rw,relatime - cgroup cgroup rw,cpu';

function findIn(mounts: readonly string[], cgroup = '0::/\n') {
  const proc = mkdtempSync(join(tmpdir(), 'tracee-proc-'));
  try {
    mkdirSync(join(proc, 'self'));
    writeFileSync(join(proc, 'self/mountinfo'), `${mounts.join('\n')}\n`);
    writeFileSync(join(proc, 'self/cgroup'), cgroup);
    return findCgroups(proc);
  } finally {
    rmSync(proc, { recursive: true });
  }
}

test('version 2 alone', () => {
  expect(findIn([cpu, pure])).toEqual({ root: '/sys/fs/cgroup', hierarchy: 0, part: '/' });
});

test('version 2 beside controllers of version 1', () => {
  expect(findIn([cpu, cpuset, unified])).toEqual({ root: '/sys/fs/cgroup/unified', hierarchy: 0, part: '/' });
});

test('version 1 alone: the hierarchy of cpuset, by its number', () => {
  const found = { root: '/sys/fs/cgroup/cpuset', hierarchy: 3, part: '/' };
  expect(findIn([cpu, cpuset], '9:name=systemd:/\n3:cpuset:/\n1:cpu:/\n')).toEqual(found);
  expect(findIn([together], '7:cpu,cpuset:/\n')).toEqual({ ...found, root: '/sys/fs/cgroup/cpu,cpuset', hierarchy: 7 });
});

test('in a container the mount of the host is taken, which lies above the root of its namespace', () => {
  const own = '50 40 0:22 / /sys/fs/cgroup ro - cgroup2 cgroup rw';
  const host = '51 40 0:22 /../.. /host/sys/fs/cgroup ro - cgroup2 cgroup2 rw';
  expect(findIn([own, host])).toEqual({ root: '/host/sys/fs/cgroup', hierarchy: 0, part: '/../..' });
  expect(findIn([own])?.root).toBe('/sys/fs/cgroup');
});

test('a mount of one cgroup is the last resort', () => {
  const one = '50 40 0:22 /docker/1 /sys/fs/cgroup ro - cgroup2 cgroup rw';
  const whole = '51 40 0:22 / /mnt ro - cgroup2 cgroup2 rw';
  expect(findIn([one, whole])?.root).toBe('/mnt');
  expect(findIn([one])?.part).toBe('/docker/1');
});

test('a path with blanks', () => {
  expect(findIn(['1 0 0:1 / /mnt/a\\040b rw - cgroup2 none rw'])?.root).toBe('/mnt/a b');
});

test('none', () => {
  expect(findIn([cpu])).toBeUndefined();
  expect(findCgroups('/nowhere')).toBeUndefined();
});
