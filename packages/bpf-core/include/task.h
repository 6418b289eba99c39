/* SPDX-License-Identifier: GPL-2.0 */
/* What is read of a task. */
#pragma once

#include "read.h"

#define PF_KTHREAD 0x00200000

/* Set by the collector: number of the hierarchy of cgroups by which containers are told; 0 is cgroup v2. */
const volatile __u32 cgroup_hierarchy = 0;

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

/*
 * Id of the cgroup in the hierarchy that names containers. Read from the task, since bpf_get_current_cgroup_id is not there for tracing
 * programs of 5.10. Where cgroup v2 is not mounted, all tasks are in its root, and the first controller (cpuset) tells them apart.
 */
static __always_inline __u64 task__cgroup_id(struct task_struct *task)
{
	if (cgroup_hierarchy)
		return BPF_CORE_READ(task, cgroups, subsys[0], cgroup, kn, id);
	return READ(task, cgroups, dfl_cgrp, kn, id);
}

/* Number of the mount namespace; 0 for a task that has given up its namespaces. */
static __always_inline __u32 task__mount_namespace(struct task_struct *task)
{
	struct nsproxy *namespaces = READ(task, nsproxy);

	return namespaces ? READ(namespaces, mnt_ns, ns.inum) : 0;
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
