// SPDX-License-Identifier: GPL-2.0
#include "probe.h"

ON_ENTRY(security_task_setrlimit, security_task_setrlimit, struct task_struct *target, unsigned int resource, struct rlimit *limit)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_SECURITY_TASK_SETRLIMIT, sizeof(struct security_task_setrlimit_args));
	struct security_task_setrlimit_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->target_host_pid = BPF_CORE_READ(target, tgid);
	args->resource = resource;
	args->new_rlim_cur = BPF_CORE_READ(limit, rlim_cur);
	args->new_rlim_max = BPF_CORE_READ(limit, rlim_max);

	record__submit(kind, scratch);
	return 0;
}
