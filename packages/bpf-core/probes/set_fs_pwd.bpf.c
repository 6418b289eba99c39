// SPDX-License-Identifier: GPL-2.0
#include "file.h"
#include "syscall_numbers.h"

ON_ENTRY(set_fs_pwd, set_fs_pwd, struct fs_struct *fs, const struct path *path)
{
	struct task_struct *task = task__current();
	struct scratch *scratch = record__begin(kind, task, EVENT_SET_FS_PWD, sizeof(struct set_fs_pwd_args));
	struct set_fs_pwd_args *args;
	__u64 arguments[6] = {};

	if (!scratch)
		return 0;

	args = record__args(scratch);
	if (task__is_compat(task) || current__syscall() != SYSCALL_CHDIR || !current__syscall_args(arguments))
		arguments[0] = 0;

	blob__user_text(scratch, &args->unresolved_path, (void *)arguments[0]);
	blob__path(scratch, &args->resolved_path, LOAD(path, mnt), LOAD(path, dentry));

	record__submit(kind, scratch);
	return 0;
}
