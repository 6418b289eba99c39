/* SPDX-License-Identifier: GPL-2.0 */
/* Where BPF programs are attached: links, and the tracepoints and probes behind perf events. */
#pragma once

#include "file.h"
#include "kernel_objects.h"
#include "syscall_numbers.h"

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpadded" /* partial types, not layouts */
#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)

struct bpf_link {
	__u32 id;
	enum bpf_link_type type;
	struct bpf_prog *prog;
};

struct bpf_raw_event_map {
	struct tracepoint *tp;
};

struct bpf_raw_tp_link {
	struct bpf_raw_event_map *btp;
};

/* b89fbfbb854c (5.15) */
struct bpf_perf_link {
	struct file *perf_file;
};

struct trace_event_call {
	const char *name;
	struct tracepoint *tp;
	int flags;
};

struct perf_event {
	struct trace_event_call *tp_event;
};

struct trace_probe {
	struct list_head list;
};

struct trace_probe_event {
	struct trace_event_call call;
	struct list_head probes;
};

struct trace_kprobe {
	struct kretprobe rp;
	const char *symbol;
	struct trace_probe tp;
};

struct uprobe_consumer {
	void *ret_handler;
};

struct trace_uprobe {
	struct uprobe_consumer consumer;
	const char *filename;
	unsigned long offset;
	struct trace_probe tp;
};

#pragma clang attribute pop
#pragma clang diagnostic pop

/* The first of the probes that an event has (of several only the addresses differ). */
static __always_inline void *trace_event__probe(struct trace_event_call *call)
{
	struct trace_probe_event *event = (void *)call - bpf_core_field_offset(struct trace_probe_event, call);

	return (void *)BPF_CORE_READ(event, probes.next) - bpf_core_field_offset(struct trace_probe, list);
}

/* The file behind a descriptor when it is an anonymous one of this name (up to 15 characters), or null. */
static __always_inline struct file *task__anonymous_file(struct task_struct *task, __u32 descriptor, const char *name, __u32 length)
{
	struct file *file = task__file(task, descriptor);
	char found[16] = {};

	if (!file)
		return 0;
	bpf_probe_read_kernel_str(found, sizeof(found), BPF_CORE_READ(file, f_path.dentry, d_name.name));
	for (__u32 i = 0; i <= length; i++) {
		if (found[i] != name[i])
			return 0;
	}
	return file;
}

#define TASK_ANONYMOUS_FILE(task, descriptor, name) task__anonymous_file(task, descriptor, name, sizeof(name) - 1)

/* A system call that returns: its number and arguments. */
struct returning_call {
	__u64 arguments[6];
	long number;
};

static __always_inline void returning_call__look(struct returning_call *call, struct task_struct *task, struct pt_regs *regs)
{
	call->number = regs__syscall(regs);
#ifdef ARCH_COMPAT_TABLE
	if (task__is_compat(task))
		regs__compat_args(regs, call->arguments);
	else
#endif
		regs__args(regs, call->arguments);
}

/*
 * The link that the bpf(2) has made which returns a descriptor; null when it has not. At its return, as the compiler inlines
 * bpf_link_settle into some of those who make links, and the rest of what attaches may not be probed: it is the kernel's tracer.
 */
static __always_inline struct bpf_link *returning_call__link(const struct returning_call *call, struct task_struct *task, long ret)
{
	struct file *file;

	if (call->number != (task__is_compat(task) ? COMPAT_BPF : SYSCALL_BPF))
		return 0;
	if ((__u32)call->arguments[0] != BPF_RAW_TRACEPOINT_OPEN && (__u32)call->arguments[0] != BPF_LINK_CREATE)
		return 0;
	file = TASK_ANONYMOUS_FILE(task, ret, "bpf_link");
	return file ? BPF_CORE_READ(file, private_data) : 0;
}

/* The tracepoint of a raw one; null for other links. */
static __always_inline const char *link__raw_tracepoint(struct bpf_link *link)
{
	struct bpf_raw_tp_link *raw = (void *)link;

	return BPF_CORE_READ(link, type) == BPF_LINK_TYPE_RAW_TRACEPOINT ? BPF_CORE_READ(raw, btp, tp, name) : 0;
}
