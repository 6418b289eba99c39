// SPDX-License-Identifier: GPL-2.0
#include "file.h"

ON_ENTRY(security_kernel_post_read_file, security_kernel_post_read_file, struct file *file, const char *buffer, __s64 size, int type)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_SECURITY_KERNEL_POST_READ_FILE, sizeof(struct security_kernel_post_read_file_args));
	struct security_kernel_post_read_file_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->size = size;
	args->type = type;

	blob__file_path(kind, scratch, &args->pathname, file);

	record__submit(kind, scratch);
	return 0;
}
