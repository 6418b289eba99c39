// SPDX-License-Identifier: GPL-2.0
#include "file.h"

ON_ENTRY(security_mmap_file, security_mmap_file, struct file *file, unsigned long prot, unsigned long flags)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_SECURITY_MMAP_FILE, sizeof(struct security_mmap_file_args));
	struct security_mmap_file_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->prot = prot;
	args->mmap_flags = flags;
	FILE_IDENTIFY(args, file);

	blob__file_path(kind, scratch, &args->pathname, file);

	record__submit(kind, scratch);
	return 0;
}
