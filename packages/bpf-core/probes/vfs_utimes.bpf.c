// SPDX-License-Identifier: GPL-2.0
#include "file.h"

#define UTIME_OMIT ((1L << 30) - 2L) /* and UTIME_NOW, one above */

/* Nanoseconds of a time that was given, 0 of one that was not. */
static __always_inline __u64 utime__given(__s64 seconds, long nanoseconds)
{
	return nanoseconds >= UTIME_OMIT ? 0 : seconds * 1000000000ULL + nanoseconds;
}

ON_ENTRY(vfs_utimes, vfs_utimes, const struct path *path, struct timespec64 *times)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_VFS_UTIMES, sizeof(struct vfs_utimes_args));
	struct vfs_utimes_args *args;
	struct timespec64 given[2] = {};
	struct inode *inode;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	inode = LOAD(path, dentry, d_inode);
	args->dev = inode__device(kind, inode);
	args->inode = LOAD(inode, i_ino);
	if (times)
		bpf_probe_read_kernel(given, sizeof(given), times);
	args->atime = utime__given(given[0].tv_sec, given[0].tv_nsec);
	args->mtime = utime__given(given[1].tv_sec, given[1].tv_nsec);

	blob__path(scratch, &args->pathname, LOAD(path, mnt), LOAD(path, dentry));

	record__submit(kind, scratch);
	return 0;
}
