// SPDX-License-Identifier: GPL-2.0
#include "file.h"

/* 643fe55a0679 (5.12) put the mount's id mapping first, in one series with the field mnt_userns (mnt_idmap since 256c8aed2b42, 6.2). */
ON_ENTRY(do_truncate, do_truncate, void *first, void *second, unsigned long third)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_DO_TRUNCATE, sizeof(struct do_truncate_args));
	struct do_truncate_args *args;
	const bool mapped = vfsmount__has_idmap();
	struct dentry *dentry = mapped ? second : first;
	struct inode *inode;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	inode = LOAD(dentry, d_inode);
	args->inode = LOAD(inode, i_ino);
	args->dev = inode__device(kind, inode);
	args->length = mapped ? third : (unsigned long)second;

	blob__path(scratch, &args->pathname, 0, dentry);

	record__submit(kind, scratch);
	return 0;
}
