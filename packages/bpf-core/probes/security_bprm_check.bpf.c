// SPDX-License-Identifier: GPL-2.0
#include "exec.h"

ON_ENTRY(security_bprm_check, security_bprm_check, struct linux_binprm *bprm)
{
	struct task_struct *task = task__current();
	struct scratch *scratch = record__begin(kind, task, EVENT_SECURITY_BPRM_CHECK, sizeof(struct security_bprm_check_args));
	struct security_bprm_check_args *args;
	struct exec_call call;
	struct file *file;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	file = LOAD(bprm, file);
	args->dev = inode__device(kind, file__inode(kind, file));
	args->inode = LOAD(file, f_inode, i_ino);

	blob__file_path(kind, scratch, &args->pathname, file);
	exec__call(task, &call);
	blob__user_strings(scratch, &args->argv, call.argv, call.word);
	blob__envp(scratch, &args->envp, &call);

	record__submit(kind, scratch);
	return 0;
}
