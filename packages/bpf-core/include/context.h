/* SPDX-License-Identifier: GPL-2.0 */
#pragma once

#include "io_worker.h"
#include "record.h"
#include "task.h"
#include "events.gen.h"

/* Bits of event_context.flags, as contextFlags of the event schema; the highest is the collector's own. */
enum context_flag {
	CONTEXT_STARTED = 1,
	CONTEXT_COMPAT = 2,
	CONTEXT_TRUNCATED = 4,
	CONTEXT_LATE = 8,
	CONTEXT_FAULTED = 16,
	CONTEXT_IO_WORKER = 64,
	CONTEXT_INTERNAL = RECORD_INTERNAL,
};

/* The task's part of the context, and the time. The probe sets ret and syscall. */
static __always_inline void context__fill(struct event_context *context, struct task_struct *task)
{
	struct task_struct *parent = READ(task, real_parent);
	struct nsproxy *namespaces = READ(task, nsproxy);
	__u32 level = task__level(task);

	context->timestamp = bpf_ktime_get_boot_ns();
	context->thread_start = READ(task, start_boottime);
	context->process_start = READ(task, group_leader, start_boottime);
	context->parent_start = READ(parent, group_leader, start_boottime);
	context->cgroup_id = task__cgroup_id(task);
	context->host_tid = READ(task, pid);
	context->host_pid = READ(task, tgid);
	context->host_ppid = READ(parent, tgid);
	if (level == 0) {
		context->tid = context->host_tid;
		context->pid = context->host_pid;
		context->ppid = context->host_ppid;
	} else {
		context->tid = pid__number(READ(task, thread_pid), level);
		context->pid = pid__number(READ(task, group_leader, thread_pid), level);
		context->ppid = pid__number(READ(parent, group_leader, thread_pid), level);
	}
	context->uid = READ(task, cred, uid.val);
	context->mnt_ns = READ(namespaces, mnt_ns, ns.inum);
	context->pid_ns = READ(namespaces, pid_ns_for_children, ns.inum);
	context->cpu = bpf_get_smp_processor_id();
#ifdef TYPED
	__builtin_memcpy(context->comm, task->comm, sizeof(context->comm));
	__builtin_memcpy(context->uts, namespaces->uts_ns->name.nodename, sizeof(context->uts));
#else
	bpf_core_read(context->comm, sizeof(context->comm), &task->comm);
	struct uts_namespace *uts = BPF_CORE_READ(namespaces, uts_ns);
	bpf_core_read(context->uts, sizeof(context->uts), &uts->name.nodename);
#endif
}

/* The context of what a worker of an io_uring does: the process is the same, the thread is the one that submitted. Read as a plain address. */
static __always_inline void context__of_submitter(struct event_context *context, struct task_struct *submitter)
{
	struct pid *pid = BPF_CORE_READ(submitter, thread_pid);
	__u64 at = BPF_CORE_READ(pid, level) * bpf_core_type_size(struct upid);

	context->host_tid = BPF_CORE_READ(submitter, pid);
	context->thread_start = BPF_CORE_READ(submitter, start_boottime);
	bpf_core_read(context->comm, sizeof(context->comm), &submitter->comm);
	bpf_probe_read_kernel(&context->tid, sizeof(context->tid),
			      (void *)pid + bpf_core_field_offset(struct pid, numbers) + bpf_core_field_offset(struct upid, nr) + at);
}
