// SPDX-License-Identifier: GPL-2.0
#include "file.h"

ON_ENTRY(security_inode_rename, security_inode_rename, struct inode *old_dir, struct dentry *old_dentry, struct inode *new_dir,
	 struct dentry *new_dentry)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_SECURITY_INODE_RENAME, sizeof(struct security_inode_rename_args));
	struct security_inode_rename_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);

	blob__path(scratch, &args->old_path, 0, old_dentry);
	blob__path(scratch, &args->new_path, 0, new_dentry);

	record__submit(kind, scratch);
	return 0;
}
