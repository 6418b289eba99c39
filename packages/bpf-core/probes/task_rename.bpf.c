// SPDX-License-Identifier: GPL-2.0
#include "blob.h"
#include "probe.h"

ON_TRACEPOINT(task_rename, task_rename, struct task_struct *task, const char *name)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_TASK_RENAME, sizeof(struct task_rename_args));
	struct task_rename_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);

	blob__text(scratch, &args->old_name, (void *)task + bpf_core_field_offset(struct task_struct, comm));
	blob__text(scratch, &args->new_name, name);

	record__submit(kind, scratch);
	return 0;
}
