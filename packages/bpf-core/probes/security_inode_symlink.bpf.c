// SPDX-License-Identifier: GPL-2.0
#include "file.h"

ON_ENTRY(security_inode_symlink, security_inode_symlink, struct inode *dir, struct dentry *dentry, const char *target)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_SECURITY_INODE_SYMLINK, sizeof(struct security_inode_symlink_args));
	struct security_inode_symlink_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);

	blob__path(scratch, &args->linkpath, 0, dentry);
	blob__text(scratch, &args->target, target);

	record__submit(kind, scratch);
	return 0;
}
