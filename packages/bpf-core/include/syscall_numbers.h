/* SPDX-License-Identifier: GPL-2.0 */
/* Numbers of the system calls that a hook tells apart, and those of the 32-bit table. -1: the table has none. */
#pragma once

#include "arch.h"

#if defined(__TARGET_ARCH_x86)
enum syscall_number {
	SYSCALL_OPEN = 2,
	SYSCALL_MMAP = 9,
	SYSCALL_EXECVE = 59,
	SYSCALL_CHDIR = 80,
	SYSCALL_OPENAT = 257,
	SYSCALL_EXECVEAT = 322,
	SYSCALL_PKEY_MPROTECT = 329,
	SYSCALL_OPENAT2 = 437,
	COMPAT_EXECVE = 11,
	COMPAT_MMAP = 90,
	COMPAT_MMAP2 = 192,
	COMPAT_EXECVEAT = 358,
	COMPAT_PKEY_MPROTECT = 380,
};
#elif defined(__TARGET_ARCH_arm64)
enum syscall_number {
	SYSCALL_OPEN = -1,
	SYSCALL_CHDIR = 49,
	SYSCALL_OPENAT = 56,
	SYSCALL_EXECVE = 221,
	SYSCALL_MMAP = 222,
	SYSCALL_EXECVEAT = 281,
	SYSCALL_PKEY_MPROTECT = 288,
	SYSCALL_OPENAT2 = 437,
	COMPAT_EXECVE = 11,
	COMPAT_MMAP = -1,
	COMPAT_MMAP2 = 192,
	COMPAT_EXECVEAT = 387,
	COMPAT_PKEY_MPROTECT = 394,
};
#endif

static __always_inline bool syscall__is_mmap(struct task_struct *task)
{
	long number = task__syscall(task);

	return task__is_compat(task) ? number == COMPAT_MMAP2 || number == COMPAT_MMAP : number == SYSCALL_MMAP;
}
