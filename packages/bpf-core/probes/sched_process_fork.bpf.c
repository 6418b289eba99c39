// SPDX-License-Identifier: GPL-2.0
#include "probe.h"

ON_TRACEPOINT(sched_process_fork, sched_process_fork, struct task_struct *parent, struct task_struct *child)
{
	struct task_struct *from = PLAIN(parent), *to = PLAIN(child);
	struct task_struct *process = READ(from, group_leader), *leader = READ(to, group_leader);
	struct sched_process_fork_args *args;
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_SCHED_PROCESS_FORK, sizeof(*args));

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->parent_tid = READ(parent, pid);
	args->parent_ns_tid = task__ns_tid(from);
	args->parent_pid = READ(parent, tgid);
	args->parent_ns_pid = task__ns_pid(from);
	args->parent_start_time = READ(parent, start_boottime);
	args->child_tid = READ(child, pid);
	args->child_ns_tid = task__ns_tid(to);
	args->child_pid = READ(child, tgid);
	args->child_ns_pid = task__ns_pid(to);
	args->start_time = READ(child, start_boottime);
	args->parent_process_tid = READ(process, pid);
	args->parent_process_ns_tid = task__ns_tid(process);
	args->parent_process_pid = READ(process, tgid);
	args->parent_process_ns_pid = task__ns_pid(process);
	args->parent_process_start_time = READ(process, start_boottime);
	args->leader_tid = READ(leader, pid);
	args->leader_ns_tid = task__ns_tid(leader);
	args->leader_pid = READ(leader, tgid);
	args->leader_ns_pid = task__ns_pid(leader);
	args->leader_start_time = READ(leader, start_boottime);

	record__submit(kind, scratch);
	return 0;
}
