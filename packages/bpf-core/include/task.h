/* SPDX-License-Identifier: GPL-2.0 */
/* What is read of a task. */
#pragma once

#include "read.h"

#define PF_KTHREAD 0x00200000

/* Number of a pid in the namespace at `level`; 0 where it has none there. */
static __always_inline __u32 pid__number(struct pid *pid, __u32 level)
{
	__u64 at = level * bpf_core_type_size(struct upid);
	__u32 own = READ(pid, level);
	int number = 0;

	barrier_var(at); /* the verifier of 6.1 knows no bound of a product */
	if (own < level || at > 32 * 64)
		return 0;
	bpf_probe_read_kernel(&number, sizeof(number),
			      (void *)pid + bpf_core_field_offset(struct pid, numbers) + bpf_core_field_offset(struct upid, nr) + at);
	return number;
}

/* Depth of the task's pid namespace; 0 is the initial one. */
static __always_inline __u32 task__level(struct task_struct *task)
{
	return READ(task, thread_pid, level);
}

/* Thread id in the task's own pid namespace. */
static __always_inline __u32 task__ns_tid(struct task_struct *task)
{
	__u32 level = task__level(task);

	return level ? pid__number(READ(task, thread_pid), level) : READ(task, pid);
}

/* Process id in the task's own pid namespace. */
static __always_inline __u32 task__ns_pid(struct task_struct *task)
{
	__u32 level = task__level(task);

	return level ? pid__number(READ(task, group_leader, thread_pid), level) : READ(task, tgid);
}

/* Cgroup v2 id: read from the task, since bpf_get_current_cgroup_id is not there for tracing programs of 5.10. */
static __always_inline __u64 task__cgroup_id(struct task_struct *task)
{
	return READ(task, cgroups, dfl_cgrp, kn, id);
}

/* In a system call made through the 32-bit table. */
static __always_inline bool task__is_compat(struct task_struct *task)
{
#if defined(__TARGET_ARCH_x86)
	return READ(task, thread_info.status) & 2; /* TS_COMPAT */
#else
	return READ(task, thread_info.flags) & (1 << 22); /* TIF_32BIT */
#endif
}
