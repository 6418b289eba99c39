// SPDX-License-Identifier: GPL-2.0
#include "file.h"

ON_RETURN(chmod_common, EVENT_CHMOD_COMMON, chmod_common, const struct path *path, __u32 mode, int ret)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_CHMOD_COMMON, sizeof(struct chmod_common_args));
	struct chmod_common_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->mode = mode;
	record__context(scratch)->ret = ret;

	blob__path(scratch, &args->pathname, LOAD(path, mnt), LOAD(path, dentry));

	record__submit(kind, scratch);
	return 0;
}
