// SPDX-License-Identifier: GPL-2.0
#include "transfer.h"

ON_RETURN(vfs_writev, EVENT_VFS_WRITEV, vfs_writev, struct file *file, void *buffers, unsigned long vlen, __s64 *pos, int flags, long ret)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_VFS_WRITEV, sizeof(struct vfs_writev_args));
	struct vfs_writev_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	TRANSFER_FILL(args, file, pos, ret);
	args->vlen = vlen;

	blob__file_path(kind, scratch, &args->pathname, file);

	record__submit(kind, scratch);
	return 0;
}
