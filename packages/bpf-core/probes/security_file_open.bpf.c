// SPDX-License-Identifier: GPL-2.0
#include "file.h"
#include "syscall_numbers.h"

/* Where the caller's path stands among the arguments of the system call. */
static __always_inline const void *syscall__path(struct task_struct *task)
{
	__u64 arguments[6];

	if (task__is_compat(task) || !current__syscall_args(arguments))
		return 0;
	switch (current__syscall()) {
	case SYSCALL_OPENAT:
	case SYSCALL_OPENAT2:
	case SYSCALL_EXECVEAT:
		return (void *)arguments[1];
	case SYSCALL_OPEN:
	case SYSCALL_EXECVE:
		return (void *)arguments[0];
	default:
		return 0;
	}
}

ON_ENTRY(security_file_open, security_file_open, struct file *file)
{
	struct task_struct *task = task__current();
	struct scratch *scratch = record__begin(kind, task, EVENT_SECURITY_FILE_OPEN, sizeof(struct security_file_open_args));
	struct security_file_open_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->flags = LOAD(file, f_flags);
	INODE_IDENTIFY(args, file__inode(kind, file));

	blob__file_path(kind, scratch, &args->pathname, file);
	blob__user_text(scratch, &args->syscall_pathname, syscall__path(task));

	record__submit(kind, scratch);
	return 0;
}
