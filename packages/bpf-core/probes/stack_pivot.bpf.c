// SPDX-License-Identifier: GPL-2.0
#include "blob.h"
#include "mapping.h"
#include "probe.h"

ON_TRACEPOINT(stack_pivot__sched_process_fork, sched_process_fork, struct task_struct *parent, struct task_struct *child)
{
	thread_stack__note(child);
	return 0;
}

/* The stack of a thread that was made before the collector is not known: nothing can be said of it. */
static __always_inline bool thread_stack__is_known(struct task_struct *task)
{
	__u32 tid = READ(task, pid);

	return tid == READ(task, tgid) || bpf_map_lookup_elem(&thread_stacks, &tid);
}

static __always_inline bool mapping__is_stack(enum mapping_kind kind)
{
	return kind == MAPPING_MAIN_STACK || kind == MAPPING_THREAD_STACK || kind == MAPPING_SIGNAL_STACK || kind == MAPPING_GO_HEAP;
}

ON_TRACEPOINT(stack_pivot__sys_enter, sys_enter, struct pt_regs *regs, long number)
{
	struct task_struct *task = task__current();
	struct stack_pivot_args *args;
	struct vm_area_struct *vma;
	struct scratch *scratch;
	enum mapping_kind at;
	__u64 stack;

	if (!scope__match(task, filters__version(), EVENT_STACK_PIVOT) || !thread_stack__is_known(task))
		return 0;
	stack = regs__stack(regs);
	vma = mapping__at(BPF_CORE_READ(task, mm), stack);
	if (!vma)
		return 0;
	at = mapping__kind(task, vma, stack);
	if (mapping__is_stack(at))
		return 0;
	scratch = record__begin(kind, task, EVENT_STACK_PIVOT, sizeof(*args));
	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->syscall = number;
	args->sp = stack;
	MAPPING_IDENTIFY(args, vma);

	blob__text(scratch, &args->vma_type, mapping__word(at));

	record__submit(kind, scratch);
	return 0;
}
