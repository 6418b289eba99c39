// SPDX-License-Identifier: GPL-2.0
#include "cgroup.h"

ON_TRACEPOINT(cgroup_attach_task, cgroup_attach_task, struct cgroup *cgroup, const char *path, struct task_struct *moved)
{
	struct cgroup_attach_task_args *args;
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_CGROUP_ATTACH_TASK, sizeof(*args));

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->pid = READ(moved, pid);

	blob__text(scratch, &args->cgroup_path, path);
	blob__text(scratch, &args->comm, (void *)moved + bpf_core_field_offset(struct task_struct, comm));

	record__submit(kind, scratch);
	return 0;
}
