// SPDX-License-Identifier: GPL-2.0
#include "probe.h"

ON_RETURN(user_namespace_create__create_user_ns, EVENT_USER_NAMESPACE_CREATE, create_user_ns, struct cred *new, int ret)
{
	struct task_struct *task = task__current();
	struct scratch *scratch = record__begin(kind, task, EVENT_USER_NAMESPACE_CREATE, sizeof(struct user_namespace_create_args));
	struct user_namespace_create_args *args;
	struct user_namespace *parent, *made;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	parent = BPF_CORE_READ(task, real_cred, user_ns);
	made = BPF_CORE_READ(new, user_ns);
	args->user_ns = ret ? 0 : BPF_CORE_READ(made, ns.inum);
	args->parent_ns = BPF_CORE_READ(parent, ns.inum);
	args->level = BPF_CORE_READ(parent, level) + 1;
	args->owner = BPF_CORE_READ(task, real_cred, euid.val);
	args->group = BPF_CORE_READ(task, real_cred, egid.val);
	record__context(scratch)->ret = ret;

	record__submit(kind, scratch);
	return 0;
}
