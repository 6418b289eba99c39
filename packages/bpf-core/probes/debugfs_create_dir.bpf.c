// SPDX-License-Identifier: GPL-2.0
#include "path.h"
#include "probe.h"

ON_ENTRY(debugfs_create_dir, debugfs_create_dir, const char *name, struct dentry *parent)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_DEBUGFS_CREATE_DIR, sizeof(struct debugfs_create_dir_args));
	struct debugfs_create_dir_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);

	blob__text(scratch, &args->name, name);
	blob__path(scratch, &args->path, 0, parent);

	record__submit(kind, scratch);
	return 0;
}
