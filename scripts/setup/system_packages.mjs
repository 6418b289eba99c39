import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { nodeHeaders } from './node_headers.mjs';

/** Where a command lies; administrators' directories are looked into as well, as root's PATH may lack them. */
export const findCommand = (name) =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/local/sbin', '/usr/sbin', '/sbin']
    .map((directory) => join(directory, name))
    .find(existsSync);

const command = (name) => () => findCommand(name) !== undefined;
const file = (path) => () => existsSync(path);

/**
 * What comes from the system, by purpose. `present` looks for the thing that is used, not for the package: it may have come another way.
 * A compiled package is the Debian one that brings it.
 */
export const systemPackages = [
  { name: 'clang', what: 'BPF compiler', needed: 'build', present: command('clang') },
  { name: 'libbpf-dev', what: 'BPF library', needed: 'build', present: file('/usr/include/bpf/libbpf.h') },
  { name: 'libelf-dev', what: 'ELF library, for libbpf', needed: 'build', present: file('/usr/include/libelf.h') },
  {
    name: 'zlib1g-dev',
    what: 'compression library, for libbpf',
    needed: 'build',
    present: file('/usr/include/zlib.h'),
  },
  { name: 'linux-libc-dev', what: 'kernel headers', needed: 'build', present: file('/usr/include/linux/bpf.h') },
  { name: 'g++', what: 'C++ compiler of the addon', needed: 'build', present: command('g++') },
  { name: 'make', what: 'builds BPF objects and addon', needed: 'build', present: command('make') },
  { name: 'python3', what: 'runs node-gyp', needed: 'build', present: command('python3') },
  { name: 'libnode-dev', what: 'headers of Node', needed: 'build', present: () => nodeHeaders() !== undefined },
  { name: 'qemu-system-x86', what: 'virtual machine', needed: 'vm', present: command('qemu-system-x86_64') },
  {
    name: 'qemu-system-arm',
    what: 'virtual machine for arm64',
    needed: 'arm64',
    present: command('qemu-system-aarch64'),
  },
  {
    name: 'g++-aarch64-linux-gnu',
    what: 'compiler for arm64',
    needed: 'arm64',
    present: command('aarch64-linux-gnu-g++'),
  },
  {
    name: 'busybox-static',
    what: 'userland of virtual machines and containers',
    needed: 'test',
    present: file('/usr/share/doc/busybox-static'),
  },
  { name: 'runc', what: 'runs containers', needed: 'test', present: command('runc') },
  { name: 'docker.io', what: 'runs the images', needed: 'test', present: command('dockerd') },
  { name: 'containerd', what: 'runs pods', needed: 'test', present: command('containerd') },
  { name: 'podman', what: 'runs containers', needed: 'test', present: command('podman') },
  { name: 'docker-compose', what: 'runs the images together', needed: 'test', present: command('docker-compose') },
  { name: 'cpio', what: 'packs the file system of the virtual machine', needed: 'vm', present: command('cpio') },
  { name: 'lz4', what: 'unpacks kernels', needed: 'vm', present: command('lz4') },
  { name: 'bpftool', what: 'reduces BTF to what programs read', needed: 'btf', present: command('bpftool') },
  { name: 'zstd', what: 'unpacks kernels', needed: 'vm', present: command('zstd') },
  { name: 'golang-go', what: 'Go, for its gob beside frames', needed: 'bench', present: command('go') },
  { name: 'strace', what: 'traces system calls, to compare with', needed: 'bench', present: command('strace') },
  { name: 'bpftrace', what: 'traces with BPF, to compare with', needed: 'bench', present: command('bpftrace') },
  { name: 'redis-server', what: 'a load: Redis', needed: 'bench', present: command('redis-server') },
  { name: 'nginx', what: 'a load: a web server', needed: 'bench', present: command('nginx') },
  { name: 'wrk', what: 'asks the web server', needed: 'bench', present: command('wrk') },
];

export const missingPackages = (purposes) =>
  systemPackages.filter(({ needed, present }) => purposes.includes(needed) && !present());
