import { loadNative } from '../../src/load_native';

const { containerOf } = loadNative();
const id = 'a1b2c3d4'.repeat(8);
const other = '0f1e2d3c'.repeat(8);
const pod = '4b1ea4f5-7a04-4a5e-9d6c-0c1f5c9e4a11';
const sliceOfPod = `kubepods-burstable-pod${pod.replaceAll('-', '_')}.slice`;

/** [what, path, runtime, id, the last component is the container's own] */
const rows: readonly (readonly [string, string, string, string, boolean])[] = [
  ['docker, cgroupfs driver', `/docker/${id}`, 'docker', id, true],
  ['docker, systemd driver', `/system.slice/docker-${id}.scope`, 'docker', id, true],
  ['docker, a line of /proc/PID/cgroup', `3:cpuset:/docker/${id}`, 'docker', id, true],
  [
    'containerd of Kubernetes, systemd driver',
    `/kubepods.slice/kubepods-burstable.slice/${sliceOfPod}/cri-containerd-${id}.scope`,
    'containerd',
    id,
    true,
  ],
  ['containerd of Kubernetes, cgroupfs driver', `/kubepods/burstable/pod${pod}/${id}`, 'containerd', id, true],
  [
    'containerd of Kubernetes, slices given to the cgroupfs driver',
    `/system.slice/containerd.service/${sliceOfPod}:cri-containerd:${id}`,
    'containerd',
    id,
    true,
  ],
  ['containerd, a namespace', `/k8s.io/${id}`, 'containerd', id, true],
  ['nerdctl', `/system.slice/nerdctl-${id}.scope`, 'containerd', id, true],
  ['CRI-O, systemd driver', `/kubepods.slice/${sliceOfPod}/crio-${id}.scope`, 'crio', id, true],
  ['CRI-O, cgroupfs driver', `/kubepods/pod${pod}/crio-${id}`, 'crio', id, true],
  ['the monitor of CRI-O', `/kubepods.slice/${sliceOfPod}/crio-conmon-${id}.scope`, '', '', false],
  ['podman, systemd driver', `/machine.slice/libpod-${id}.scope`, 'podman', id, true],
  ['podman, cgroupfs driver', `/libpod_parent/libpod-${id}`, 'podman', id, true],
  [
    'podman with crun, which puts the processes one below',
    `/machine.slice/libpod-${id}.scope/container`,
    'podman',
    id,
    false,
  ],
  [
    'podman of a user',
    `/user.slice/user-1000.slice/user@1000.service/user.slice/libpod-${id}.scope`,
    'podman',
    id,
    true,
  ],
  ['the monitor of podman', `/machine.slice/libpod-conmon-${id}.scope`, '', '', false],
  [
    'a monitor inside of a container is in that container',
    `/docker/${other}/libpod_parent/libpod-conmon-${id}`,
    'docker',
    other,
    false,
  ],
  ['Garden', '/garden/6f1ed002-0f3a-4d8c-9e7b-01cd', 'garden', '6f1ed002-0f3a-4d8c-9e7b-01cd', true],
  ["a job of GitHub's", `/actions_job/${id}`, 'docker', id, true],
  ['no runtime known', `/whoever/${id}`, '', id, true],
  ['at the root', `/${id}`, '', id, true],
  ['below a container: systemd in it', `/docker/${id}/system.slice/dbus.service`, 'docker', id, false],
  ['a container in a container', `/docker/${other}/docker/${id}`, 'docker', id, true],
  [
    'a pod in a container: kind',
    `/docker/${other}/kubelet/kubepods/besteffort/pod${pod}/${id}`,
    'containerd',
    id,
    true,
  ],
  ['capitals', `/docker/${id.toUpperCase()}`, 'docker', id.toUpperCase(), true],
  ['a digit too few', `/docker/${id.slice(1)}`, '', '', false],
  ['a digit too many', `/docker/${id}0`, '', '', false],
  ['not a hexadecimal digit', `/docker/${id.slice(1)}g`, '', '', false],
  ['a prefix and no id', '/system.slice/docker-engine.scope', '', '', false],
  ['no service is a container', '/system.slice/docker.service', '', '', false],
  ['a whole UUID is not of Garden', `/garden/${pod}`, '', '', false],
  ['a pod by itself', `/kubepods/burstable/pod${pod}`, '', '', false],
  ['the root', '/', '', '', false],
  ['nothing', '', '', '', false],
];

test.each(rows)('%s: %s', (_, path, runtime, containerId, isRoot) => {
  expect(containerOf(path)).toEqual({ id: containerId, runtime, isRoot });
});

test('any text is taken', () => {
  for (const text of ['//', '///docker', `/${id}/`, `${'/'.repeat(5000)}${id}`, 'x'.repeat(1 << 16), '\0'])
    expect(containerOf(text).id).toMatch(/^(?:[0-9a-f]{64})?$/);
});
