// SPDX-License-Identifier: GPL-2.0
#include "cgroup.h"

ON_TRACEPOINT(mount_namespace_exec__sched_process_exec, sched_process_exec, struct task_struct *task)
{
	struct task_struct *current = task__current();
	__u32 own = task__mount_namespace(current), parents = task__mount_namespace(READ(current, real_parent));
	struct mount_namespace_exec_args *args;
	struct scratch *scratch;

	if (own == parents || !parents)
		return 0;
	scratch = record__begin_always(kind, current, EVENT_MOUNT_NAMESPACE_EXEC, sizeof(*args));
	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->mnt_ns = own;
	args->parent_mnt_ns = parents;

	record__submit(kind, scratch);
	return 0;
}
