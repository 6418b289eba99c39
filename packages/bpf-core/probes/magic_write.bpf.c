// SPDX-License-Identifier: GPL-2.0
#include "transfer.h"

#define MAGIC_BYTES 32

/* Reports what begins a file; `length` is what the caller offered in the first buffer. */
static __always_inline int magic__report(const enum probe_kind kind, struct file *file, const void *from, bool user, __u64 length, __s64 *pos,
					 long ret)
{
	struct magic_write_args *args;
	struct scratch *scratch;
	__u16 type = LOAD(file, f_inode, i_mode) & S_IFMT;
	__u32 size;

	if (ret <= 0 || transfer__start(pos, ret) != 0 || type == S_IFIFO || type == S_IFCHR || type == S_IFSOCK)
		return 0;
	scratch = record__begin(kind, task__current(), EVENT_MAGIC_WRITE, sizeof(*args));
	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->dev = inode__device(kind, file__inode(kind, file));
	args->inode = LOAD(file, f_inode, i_ino);
	record__context(scratch)->ret = ret;

	blob__file_path(kind, scratch, &args->pathname, file);
	size = length > (__u64)ret ? ret : length;
	if (size > MAGIC_BYTES)
		size = MAGIC_BYTES;
	barrier_var(size);
	if (user)
		blob__user_bytes(scratch, &args->bytes, from, size);
	else
		blob__bytes(scratch, &args->bytes, from, size);

	record__submit(kind, scratch);
	return 0;
}

ON_RETURN(magic_write__vfs_write, EVENT_MAGIC_WRITE, vfs_write, struct file *file, void *buffer, unsigned long count, __s64 *pos, long ret)
{
	return magic__report(kind, file, buffer, true, count, pos, ret);
}

ON_RETURN(magic_write__vfs_writev, EVENT_MAGIC_WRITE, vfs_writev, struct file *file, void *buffers, unsigned long vlen, __s64 *pos, int flags,
	  long ret)
{
	__u64 first[2] = {}; /* struct iovec: base and length */

	if (ret <= 0)
		return 0;
	if (task__is_compat(task__current())) {
		__u32 narrow[2] = {};

		bpf_probe_read_user(narrow, sizeof(narrow), buffers);
		first[0] = narrow[0];
		first[1] = narrow[1];
	} else {
		bpf_probe_read_user(first, sizeof(first), buffers);
	}
	return magic__report(kind, file, (void *)first[0], true, first[1], pos, ret);
}

/* const void *: not typed */
ON_RETURN_KRETPROBE(magic_write____kernel_write, EVENT_MAGIC_WRITE, __kernel_write, struct file *file, void *buffer, unsigned long count,
		    __s64 *pos, long ret)
{
	return magic__report(kind, file, buffer, false, count, pos, ret);
}
