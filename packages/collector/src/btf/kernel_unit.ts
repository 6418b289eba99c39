/** Where the kernel declares what BPF programs read. One that a kernel does not have is passed over. */
const headers = [
  'linux/version.h',
  'linux/sched.h',
  'linux/sched/signal.h',
  'linux/sched/task.h',
  'linux/binfmts.h',
  'linux/bpf.h',
  'linux/bpf-cgroup.h',
  'linux/cgroup.h',
  'linux/cred.h',
  'linux/dcache.h',
  'linux/fdtable.h',
  'linux/filter.h',
  'linux/fs.h',
  'linux/fs_struct.h',
  'linux/io_uring.h',
  'linux/io_uring_types.h',
  'linux/ipc_namespace.h',
  'linux/kallsyms.h',
  'linux/kernel_read_file.h',
  'linux/kernfs.h',
  'linux/kprobes.h',
  'linux/maple_tree.h',
  'linux/mm_types.h',
  'linux/module.h',
  'linux/mount.h',
  'linux/net.h',
  'linux/nsproxy.h',
  'linux/path.h',
  'linux/perf_event.h',
  'linux/pid.h',
  'linux/pid_namespace.h',
  'linux/pipe_fs_i.h',
  'linux/proc_fs.h',
  'linux/ptrace.h',
  'linux/sched/coredump.h',
  'linux/security.h',
  'linux/seq_file.h',
  'linux/skbuff.h',
  'linux/socket.h',
  'linux/time_namespace.h',
  'linux/trace_events.h',
  'linux/tty.h',
  'linux/user_namespace.h',
  'linux/utsname.h',
  'linux/uio.h',
  'net/af_unix.h',
  'net/inet_sock.h',
  'net/ipv6.h',
  'net/net_namespace.h',
  'net/sock.h',
  'net/tcp.h',
];

/** What fs/mount.h declares, which no package of headers has: as far as it is read, and since Linux 3.15 always the same. */
const privateTypes = `
struct mount {
	struct hlist_node mnt_hash;
	struct mount *mnt_parent;
	struct dentry *mnt_mountpoint;
	struct vfsmount mnt;
};

struct mnt_namespace {
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 11, 0) /* before 137ec390fad4 */
	atomic_t count;
#endif
	struct ns_common ns;
};
`;

/** A unit of C that has a variable of each type, so that a compiler describes the types in its debug information. */
export function kernelUnit(types: readonly string[]): string {
  const includes = headers.map((name) => `#if __has_include(<${name}>)\n#include <${name}>\n#endif\n`);
  const variables = types.map((type, i) => `${type} tracee_${i};\n`);
  return [...includes, privateTypes, ...variables].join('');
}

/** The types of which a compiler said that the headers do not have them. */
export function missingTypes(errors: string): string[] {
  const found = errors.matchAll(/(?:type|name) '((?:struct|union|enum) \w+|\w+)'/g);
  return [...new Set(Array.from(found, ([, type = '']) => type))];
}
