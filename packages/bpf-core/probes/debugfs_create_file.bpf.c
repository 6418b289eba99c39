// SPDX-License-Identifier: GPL-2.0
#include "path.h"
#include "probe.h"

ON_ENTRY(debugfs_create_file____debugfs_create_file, __debugfs_create_file, const char *name, __u16 mode, struct dentry *parent, void *data,
	 const void *proxy, const void *operations)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_DEBUGFS_CREATE_FILE, sizeof(struct debugfs_create_file_args));
	struct debugfs_create_file_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->mode = mode;
	args->proc_ops_addr = (__u64)operations;

	blob__text(scratch, &args->file_name, name);
	blob__path(scratch, &args->path, 0, parent);

	record__submit(kind, scratch);
	return 0;
}
