// SPDX-License-Identifier: GPL-2.0
#include "transfer.h"

ON_RETURN(vfs_write, EVENT_VFS_WRITE, vfs_write, struct file *file, void *buffer, unsigned long count, __s64 *pos, long ret)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_VFS_WRITE, sizeof(struct vfs_write_args));
	struct vfs_write_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	TRANSFER_FILL(args, file, pos, ret);
	args->count = count;

	blob__file_path(kind, scratch, &args->pathname, file);

	record__submit(kind, scratch);
	return 0;
}
