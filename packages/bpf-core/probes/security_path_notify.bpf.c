// SPDX-License-Identifier: GPL-2.0
#include "file.h"

ON_ENTRY(security_path_notify, security_path_notify, const struct path *path, __u64 mask, unsigned int obj_type)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_SECURITY_PATH_NOTIFY, sizeof(struct security_path_notify_args));
	struct security_path_notify_args *args;
	struct inode *inode;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	inode = LOAD(path, dentry, d_inode);
	args->inode = LOAD(inode, i_ino);
	args->dev = inode__device(kind, inode);
	args->mask = mask;
	args->obj_type = obj_type;

	blob__path(scratch, &args->pathname, LOAD(path, mnt), LOAD(path, dentry));

	record__submit(kind, scratch);
	return 0;
}
