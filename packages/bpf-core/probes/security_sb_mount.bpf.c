// SPDX-License-Identifier: GPL-2.0
#include "file.h"

ON_ENTRY(security_sb_mount, security_sb_mount, const char *dev_name, const struct path *path, const char *type, unsigned long flags)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_SECURITY_SB_MOUNT, sizeof(struct security_sb_mount_args));
	struct security_sb_mount_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->flags = flags;

	blob__text(scratch, &args->dev_name, dev_name);
	blob__path(scratch, &args->path, LOAD(path, mnt), LOAD(path, dentry));
	blob__text(scratch, &args->type, type);

	record__submit(kind, scratch);
	return 0;
}
