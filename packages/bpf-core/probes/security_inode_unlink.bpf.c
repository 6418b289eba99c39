// SPDX-License-Identifier: GPL-2.0
#include "file.h"

ON_ENTRY(security_inode_unlink, security_inode_unlink, struct inode *dir, struct dentry *dentry)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_SECURITY_INODE_UNLINK, sizeof(struct security_inode_unlink_args));
	struct security_inode_unlink_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	INODE_IDENTIFY(args, LOAD(dentry, d_inode));

	blob__path(scratch, &args->pathname, 0, dentry);

	record__submit(kind, scratch);
	return 0;
}
