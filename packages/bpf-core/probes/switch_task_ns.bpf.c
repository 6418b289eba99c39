// SPDX-License-Identifier: GPL-2.0
#include "probe.h"

/* The new namespace's number where it is not the task's. */
#define NAMESPACE_ENTERED(old, new, field)                                         \
	({                                                                         \
		__u32 from__ = BPF_CORE_READ(old, field, ns.inum), to__ = BPF_CORE_READ(new, field, ns.inum); \
		to__ == from__ ? 0 : to__;                                         \
	})

ON_ENTRY(switch_task_ns__switch_task_namespaces, switch_task_namespaces, struct task_struct *task, struct nsproxy *new)
{
	struct scratch *scratch;
	struct switch_task_ns_args *args;
	struct nsproxy *old;

	if (!new)
		return 0; /* it ends */
	scratch = record__begin(kind, task__current(), EVENT_SWITCH_TASK_NS, sizeof(*args));
	if (!scratch)
		return 0;

	args = record__args(scratch);
	old = BPF_CORE_READ(task, nsproxy);
	args->pid = BPF_CORE_READ(task, pid);
	args->new_mnt = NAMESPACE_ENTERED(old, new, mnt_ns);
	args->new_pid = NAMESPACE_ENTERED(old, new, pid_ns_for_children);
	args->new_uts = NAMESPACE_ENTERED(old, new, uts_ns);
	args->new_ipc = NAMESPACE_ENTERED(old, new, ipc_ns);
	args->new_net = NAMESPACE_ENTERED(old, new, net_ns);
	args->new_cgroup = NAMESPACE_ENTERED(old, new, cgroup_ns);
	if (!(args->new_mnt | args->new_pid | args->new_uts | args->new_ipc | args->new_net | args->new_cgroup)) {
		record__drop(scratch);
		return 0;
	}

	record__submit(kind, scratch);
	return 0;
}
