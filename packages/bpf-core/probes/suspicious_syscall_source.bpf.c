// SPDX-License-Identifier: GPL-2.0
#include "blob.h"
#include "mapping.h"
#include "probe.h"

/* A place of a process that makes a system call is reported once. */
struct syscall_source {
	__u64 process_start, vma_start;
	__u32 pid;
	__u32 number;
};

struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 16384);
	__type(key, struct syscall_source);
	__type(value, __u8);
} syscall_sources SEC(".maps");

static __always_inline bool syscall_source__is_new(struct task_struct *task, struct vm_area_struct *vma, long number)
{
	struct syscall_source source = {
		.process_start = READ(task, group_leader, start_boottime),
		.vma_start = BPF_CORE_READ(vma, vm_start),
		.pid = READ(task, tgid),
		.number = number,
	};
	__u8 seen = 1;

	return bpf_map_update_elem(&syscall_sources, &source, &seen, BPF_NOEXIST) == 0;
}

ON_TRACEPOINT(suspicious_syscall_source__sched_process_fork, sched_process_fork, struct task_struct *parent, struct task_struct *child)
{
	thread_stack__note(child);
	return 0;
}

ON_TRACEPOINT(suspicious_syscall_source__sys_enter, sys_enter, struct pt_regs *regs, long number)
{
	struct task_struct *task = task__current();
	struct suspicious_syscall_source_args *args;
	struct vm_area_struct *vma;
	struct scratch *scratch;
	enum mapping_kind from;
	__u64 instruction;

	if (!scope__match(task, filters__version(), EVENT_SUSPICIOUS_SYSCALL_SOURCE))
		return 0;
	instruction = regs__instruction(regs);
	vma = mapping__at(BPF_CORE_READ(task, mm), instruction);
	if (!vma)
		return 0;
	from = mapping__kind(task, vma, instruction);
	if (from == MAPPING_FILE || from == MAPPING_VDSO || !syscall_source__is_new(task, vma, number))
		return 0;
	scratch = record__begin(kind, task, EVENT_SUSPICIOUS_SYSCALL_SOURCE, sizeof(*args));
	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->syscall = number;
	args->ip = instruction;
	MAPPING_IDENTIFY(args, vma);

	blob__text(scratch, &args->vma_type, mapping__word(from));

	record__submit(kind, scratch);
	return 0;
}
