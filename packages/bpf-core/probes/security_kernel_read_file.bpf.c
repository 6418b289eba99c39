// SPDX-License-Identifier: GPL-2.0
#include "file.h"

ON_ENTRY(security_kernel_read_file, security_kernel_read_file, struct file *file, int type)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_SECURITY_KERNEL_READ_FILE, sizeof(struct security_kernel_read_file_args));
	struct security_kernel_read_file_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->type = type;
	INODE_IDENTIFY(args, file__inode(kind, file));

	blob__file_path(kind, scratch, &args->pathname, file);

	record__submit(kind, scratch);
	return 0;
}
