/* SPDX-License-Identifier: GPL-2.0 */
/* The mapping at an address of a process, and what it is for. */
#pragma once

#include "core_fixes.h"
#include "emit.h"
#include "maple.h"

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpadded" /* partial types, not layouts */
#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)

typedef struct {
	void *vdso;
} mm_context_t;

struct mm_struct___layout {
	mm_context_t context;
	unsigned long start_brk, brk, start_stack;
};

struct task_struct___signal_stack {
	unsigned long sas_ss_sp, sas_ss_size;
};

#pragma clang attribute pop
#pragma clang diagnostic pop

#define RED_BLACK_LEVELS 24

/* A red-black tree of mappings until 524e00b36e8c (6.1), a maple tree since. Null where nothing is mapped. */
static __always_inline struct vm_area_struct *mapping__at(struct mm_struct *mm, unsigned long address)
{
	struct mm_struct___5_10 *early = (void *)mm;
	struct mm_struct___6_1 *late = (void *)mm;
	struct rb_node *node;

	if (bpf_core_field_exists(late->mm_mt))
		return maple__at(BPF_CORE_READ(late, mm_mt.ma_root), address);
	node = BPF_CORE_READ(early, mm_rb.rb_node);
	for (int i = 0; i < RED_BLACK_LEVELS && node; i++) {
		struct vm_area_struct *vma = (void *)node - bpf_core_field_offset(struct vm_area_struct___5_10, vm_rb);

		if (address < BPF_CORE_READ(vma, vm_start))
			node = BPF_CORE_READ(node, rb_left);
		else if (address >= BPF_CORE_READ(vma, vm_end))
			node = BPF_CORE_READ(node, rb_right);
		else
			return vma;
	}
	return 0;
}

struct address_range {
	__u64 start, end;
};

/* Host thread id: the mapping that held the stack of a new thread or process, which for others than the first of a program is any. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 32768);
	__type(key, __u32);
	__type(value, struct address_range);
} thread_stacks SEC(".maps");

static __always_inline __u64 regs__stack(struct pt_regs *regs)
{
	return READ(regs, sp);
}

static __always_inline __u64 regs__instruction(struct pt_regs *regs)
{
#if defined(__TARGET_ARCH_x86)
	return READ(regs, ip);
#else
	return READ(regs, pc);
#endif
}

/* Notes where the stack of a new task lies. A stack that is empty yet begins just behind its mapping. */
static __always_inline void thread_stack__note(struct task_struct *child)
{
	struct mm_struct *mm = BPF_CORE_READ(child, mm);
	struct pt_regs *regs = task__regs(child);
	struct address_range range = {};
	struct vm_area_struct *vma;
	__u32 tid = READ(child, pid);

	if (!mm || !regs)
		return;
	vma = mapping__at(mm, regs__stack(regs) - 1);
	if (!vma)
		return;
	range.start = BPF_CORE_READ(vma, vm_start);
	range.end = BPF_CORE_READ(vma, vm_end);
	bpf_map_update_elem(&thread_stacks, &tid, &range, BPF_ANY);
}

/* By an address and not by the mapping: mappings side by side become one, and are split. */
static __always_inline bool thread_stack__holds(const struct address_range *range, __u64 address)
{
	return range && address >= range->start && address < range->end;
}

enum mapping_kind {
	MAPPING_UNKNOWN,
	MAPPING_FILE,
	MAPPING_VDSO,
	MAPPING_MAIN_STACK,
	MAPPING_THREAD_STACK,
	MAPPING_SIGNAL_STACK,
	MAPPING_HEAP,
	MAPPING_GO_HEAP,
	MAPPING_ANONYMOUS,
};

#define GO_HEAP_HINT 0xc0 /* Go asks for its heap, stacks of goroutines included, at 0xc000000000 */

static __always_inline enum mapping_kind mapping__kind(struct task_struct *task, struct vm_area_struct *vma, __u64 address)
{
	struct mm_struct___layout *mm = (void *)BPF_CORE_READ(task, mm);
	struct task_struct___signal_stack *signal = (void *)task;
	__u64 start = BPF_CORE_READ(vma, vm_start), end = BPF_CORE_READ(vma, vm_end);
	__u64 alternate = BPF_CORE_READ(signal, sas_ss_sp);
	__u32 tid = bpf_get_current_pid_tgid();

	if (BPF_CORE_READ(vma, vm_file))
		return MAPPING_FILE;
	if (start <= BPF_CORE_READ(mm, start_stack) && end >= BPF_CORE_READ(mm, start_stack))
		return MAPPING_MAIN_STACK;
	if (start < BPF_CORE_READ(mm, brk) && end > BPF_CORE_READ(mm, start_brk))
		return MAPPING_HEAP;
	if (start == (__u64)BPF_CORE_READ(mm, context.vdso))
		return MAPPING_VDSO;
	if (start >> 32 == GO_HEAP_HINT)
		return MAPPING_GO_HEAP;
	if (thread_stack__holds(bpf_map_lookup_elem(&thread_stacks, &tid), address))
		return MAPPING_THREAD_STACK;
	if (alternate && address > alternate && address - alternate <= BPF_CORE_READ(signal, sas_ss_size))
		return MAPPING_SIGNAL_STACK;
	return MAPPING_ANONYMOUS;
}

static __always_inline const char *mapping__word(enum mapping_kind kind)
{
	switch (kind) {
	case MAPPING_FILE:
		return "file backed";
	case MAPPING_VDSO:
		return "vdso";
	case MAPPING_MAIN_STACK:
		return "main stack";
	case MAPPING_THREAD_STACK:
		return "thread stack";
	case MAPPING_SIGNAL_STACK:
		return "signal stack";
	case MAPPING_HEAP:
		return "heap";
	case MAPPING_GO_HEAP:
		return "golang heap/stack";
	case MAPPING_ANONYMOUS:
		return "anonymous";
	default:
		return "unknown";
	}
}

/* Fills args->vma_start, args->vma_size and args->vma_flags. */
#define MAPPING_IDENTIFY(args, vma)                                                             \
	({                                                                                      \
		(args)->vma_start = BPF_CORE_READ(vma, vm_start);                               \
		(args)->vma_size = BPF_CORE_READ(vma, vm_end) - BPF_CORE_READ(vma, vm_start);   \
		(args)->vma_flags = BPF_CORE_READ(vma, vm_flags);                               \
	})
