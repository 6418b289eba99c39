/* SPDX-License-Identifier: GPL-2.0 */
/* What events of program execution share. */
#pragma once

#include "file.h"
#include "syscall_numbers.h"

#define PF_KTHREAD 0x00200000
#define AT_FDCWD -100

/* The vectors of the execve or execveat that the task is in, in its memory; null when it is in none. */
struct exec_call {
	const void *argv, *envp;
	__u32 word; /* bytes of a pointer in them */
	__s32 dirfd;
	__s32 flags;
	__u32 unused;
};

static __always_inline void exec__call(struct task_struct *task, struct exec_call *call)
{
	const bool compat = task__is_compat(task);
	long number = current__syscall();
	__u64 arguments[6];

	call->argv = 0;
	call->envp = 0;
	call->word = compat ? 4 : 8;
	call->dirfd = AT_FDCWD;
	call->flags = 0;
	if (!current__syscall_args(arguments))
		return;
	if (number == (compat ? COMPAT_EXECVEAT : SYSCALL_EXECVEAT)) {
		call->dirfd = arguments[0];
		call->argv = (void *)arguments[2];
		call->envp = (void *)arguments[3];
		call->flags = arguments[4];
	} else if (number == (compat ? COMPAT_EXECVE : SYSCALL_EXECVE)) {
		call->argv = (void *)arguments[1];
		call->envp = (void *)arguments[2];
	}
}

static __always_inline void blob__envp(struct scratch *scratch, struct blob *blob, const struct exec_call *call)
{
	if (exec_env)
		blob__user_strings(scratch, blob, call->envp, call->word);
	else
		blob__none(blob);
}

/* Descriptor 0 of a task, a plain address; null when closed. */
static __always_inline struct file *task__stdin(struct task_struct *task)
{
	return task__file(task, 0);
}

/* The program was started by the kernel (usermode helper), not by a process. */
static __always_inline bool task__started_by_kernel(struct task_struct *task)
{
	return (BPF_CORE_READ(task, real_parent, flags) & PF_KTHREAD) != 0;
}
