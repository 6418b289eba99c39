/* SPDX-License-Identifier: GPL-2.0 */
/* Where a system call's number and arguments stand in the saved registers; they stand there at exit too (but for sigreturn and exec). */
#pragma once

#include "task.h"

/* Bytes of a kernel stack; the registers that entry saved are at its end. */
#define THREAD_BYTES 16384

#if defined(__TARGET_ARCH_x86)
#define ARCH_COMPAT_TABLE 1

static __always_inline long regs__syscall(struct pt_regs *regs)
{
	return READ(regs, orig_ax);
}

/* Entry leaves -ENOSYS in ax until the call returns; in a fault or an interrupt it holds the user's, and orig_ax is no call. */
static __always_inline bool regs__in_syscall(struct pt_regs *regs)
{
	return (long)READ(regs, orig_ax) >= 0 && (long)READ(regs, ax) == -38;
}

static __always_inline void regs__args(struct pt_regs *regs, __u64 *args)
{
	args[0] = READ(regs, di);
	args[1] = READ(regs, si);
	args[2] = READ(regs, dx);
	args[3] = READ(regs, r10);
	args[4] = READ(regs, r8);
	args[5] = READ(regs, r9);
}

static __always_inline void regs__compat_args(struct pt_regs *regs, __u64 *args)
{
	args[0] = (__u32)READ(regs, bx);
	args[1] = (__u32)READ(regs, cx);
	args[2] = (__u32)READ(regs, dx);
	args[3] = (__u32)READ(regs, si);
	args[4] = (__u32)READ(regs, di);
	args[5] = (__u32)READ(regs, bp);
}
#elif defined(__TARGET_ARCH_arm64)
static __always_inline long regs__syscall(struct pt_regs *regs)
{
	return READ(regs, syscallno);
}

static __always_inline bool regs__in_syscall(struct pt_regs *regs)
{
	return READ(regs, syscallno) >= 0;
}

static __always_inline void regs__args(struct pt_regs *regs, __u64 *args)
{
	args[0] = READ(regs, orig_x0);
	args[1] = READ(regs, regs[1]);
	args[2] = READ(regs, regs[2]);
	args[3] = READ(regs, regs[3]);
	args[4] = READ(regs, regs[4]);
	args[5] = READ(regs, regs[5]);
}
#endif

/* The registers that the task's last entry into the kernel saved, or null; a kernel thread's are all 0. The task must be a trusted pointer. */
static __always_inline struct pt_regs *task__regs(struct task_struct *task)
{
#ifdef TYPED
	/* dd6e10fbd9fb (5.15) */
	if (bpf_core_enum_value_exists(enum bpf_func_id, BPF_FUNC_task_pt_regs))
		return (struct pt_regs *)bpf_task_pt_regs(task);
	return 0;
#else
	return (void *)READ(task, stack) + THREAD_BYTES - bpf_core_type_size(struct pt_regs);
#endif
}

/* The system call that the current task is in: its number, or -1. */
static __always_inline long current__syscall(void)
{
	struct pt_regs *regs = task__regs(task__trusted());

	return regs && regs__in_syscall(regs) ? regs__syscall(regs) : -1;
}

/* Its arguments, as the caller wrote them. */
static __always_inline bool current__syscall_args(__u64 *args)
{
	struct pt_regs *regs = task__regs(task__trusted());

	if (!regs || !regs__in_syscall(regs))
		return false;
#ifdef ARCH_COMPAT_TABLE
	if (task__is_compat(task__trusted()))
		regs__compat_args(regs, args);
	else
#endif
		regs__args(regs, args);
	return true;
}
