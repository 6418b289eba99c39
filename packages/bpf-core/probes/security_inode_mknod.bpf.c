// SPDX-License-Identifier: GPL-2.0
#include "file.h"

ON_ENTRY(security_inode_mknod, security_inode_mknod, struct inode *dir, struct dentry *dentry, __u32 mode, __u32 dev)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_SECURITY_INODE_MKNOD, sizeof(struct security_inode_mknod_args));
	struct security_inode_mknod_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->mode = mode;
	args->dev = dev;

	blob__path(scratch, &args->file_name, 0, dentry);

	record__submit(kind, scratch);
	return 0;
}
