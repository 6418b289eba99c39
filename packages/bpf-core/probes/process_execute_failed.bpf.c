// SPDX-License-Identifier: GPL-2.0
#include "exec.h"

/* 978ffcbf00d8 (6.8) removed all parameters but the first; the program asks for no other. */
ON_RETURN(process_execute_failed__bprm_execve, EVENT_PROCESS_EXECUTE_FAILED, bprm_execve, struct linux_binprm *bprm, int ret)
{
	struct task_struct *task = task__current();
	struct process_execute_failed_args *args;
	struct file *file = LOAD(bprm, file), *input;
	struct exec_call call;
	struct scratch *scratch;
	struct inode *inode;

	if (ret >= 0 || !file)
		return 0;
	scratch = record__begin(kind, task, EVENT_PROCESS_EXECUTE_FAILED, sizeof(*args));
	if (!scratch)
		return 0;

	args = record__args(scratch);
	exec__call(task, &call);
	inode = LOAD(file, f_inode);
	input = task__stdin(task);
	args->dirfd = call.dirfd;
	args->flags = call.flags;
	args->binary_device_id = inode__device(kind, inode);
	args->binary_inode_number = LOAD(inode, i_ino);
	args->binary_ctime = inode__ctime(kind, inode);
	args->binary_inode_mode = LOAD(inode, i_mode);
	args->stdin_type = BPF_CORE_READ(input, f_inode, i_mode) & S_IFMT;
	args->kernel_invoked = task__started_by_kernel(task);
	record__context(scratch)->ret = ret;

	blob__text(scratch, &args->pathname, LOAD(bprm, filename));
	blob__file_path(kind, scratch, &args->binary_path, file);
	blob__text(scratch, &args->interpreter_path, LOAD(bprm, interp));
	blob__file_path(PROBE_KPROBE, scratch, &args->stdin_path, input);
	blob__user_strings(scratch, &args->argv, call.argv, call.word);
	blob__envp(scratch, &args->envp, &call);

	record__submit(kind, scratch);
	return 0;
}
