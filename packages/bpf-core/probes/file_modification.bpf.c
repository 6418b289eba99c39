// SPDX-License-Identifier: GPL-2.0
#include "probe.h"
#include "file.h"

struct modified_file {
	__u32 pid;
	__u32 dev;
	__u64 inode;
};

/* Files that a process has changed since it opened them. What is evicted is reported once more. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 10240);
	__type(key, struct modified_file);
	__type(value, __u8);
} modified_files SEC(".maps");

static __always_inline bool modification__keep(const enum probe_kind kind, struct call *call, struct file *file)
{
	struct inode *inode = LOAD(file, f_inode);

	call->parameters[0] = (__u64)file;
	call->parameters[1] = inode__ctime(kind, inode);
	return (LOAD(inode, i_mode) & S_IFMT) == S_IFREG;
}

static __always_inline int modification__report(const enum probe_kind kind, struct call *call)
{
	struct modified_file key = { .pid = bpf_get_current_pid_tgid() >> 32 };
	struct file *file = (void *)call->parameters[0];
	struct inode *inode = BPF_CORE_READ(file, f_inode);
	__u64 changed = inode__ctime(PROBE_KPROBE, inode);
	struct file_modification_args *args;
	struct scratch *scratch;
	__u8 seen = 1;

	key.dev = inode__device(PROBE_KPROBE, inode);
	key.inode = BPF_CORE_READ(inode, i_ino);
	if (changed == call->parameters[1] || bpf_map_lookup_elem(&modified_files, &key))
		return 0;
	scratch = record__begin(kind, task__current(), EVENT_FILE_MODIFICATION, sizeof(*args));
	if (!scratch)
		return 0;
	bpf_map_update_elem(&modified_files, &key, &seen, BPF_ANY);

	args = record__args(scratch);
	args->dev = key.dev;
	args->inode = key.inode;
	args->old_ctime = call->parameters[1];
	args->new_ctime = changed;

	blob__file_path(PROBE_KPROBE, scratch, &args->file_path, file);

	record__submit(kind, scratch);
	return 0;
}

KEEP(file_modification__file_update_time, struct file *file)
{
	return modification__keep(kind, call, file);
}

ON_CALL(file_modification__file_update_time, EVENT_FILE_MODIFICATION, file_update_time, struct file *file)
{
	return modification__report(kind, call);
}

KEEP(file_modification__file_modified, struct file *file)
{
	return modification__keep(kind, call, file);
}

ON_CALL(file_modification__file_modified, EVENT_FILE_MODIFICATION, file_modified, struct file *file)
{
	return modification__report(kind, call);
}

/* A descriptor is made: the file counts as unchanged again. */
ON_ENTRY(file_modification__fd_install, fd_install, unsigned int fd, struct file *file)
{
	struct modified_file key = { .pid = bpf_get_current_pid_tgid() >> 32 };
	struct inode *inode = LOAD(file, f_inode);

	key.dev = inode__device(kind, inode);
	key.inode = LOAD(inode, i_ino);
	bpf_map_delete_elem(&modified_files, &key);
	return 0;
}
