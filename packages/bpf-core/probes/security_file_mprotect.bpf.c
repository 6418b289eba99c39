// SPDX-License-Identifier: GPL-2.0
#include "protection.h"

ON_ENTRY(security_file_mprotect, security_file_mprotect, struct vm_area_struct *vma, unsigned long prot)
{
	struct task_struct *task = task__current();
	struct scratch *scratch = record__begin(kind, task, EVENT_SECURITY_FILE_MPROTECT, sizeof(struct security_file_mprotect_args));
	struct security_file_mprotect_args *args;
	__u64 arguments[6] = {};
	struct file *file;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	file = LOAD(vma, vm_file);
	current__syscall_args(arguments);
	args->prot = prot;
	args->ctime = file ? inode__ctime(kind, LOAD(file, f_inode)) : 0;
	args->prev_prot = LOAD(vma, vm_flags) & PROT_ALL;
	args->addr = arguments[0];
	args->len = arguments[1];
	args->pkey = current__syscall() == (task__is_compat(task) ? COMPAT_PKEY_MPROTECT : SYSCALL_PKEY_MPROTECT) ? (__s32)arguments[3] : -1;

	blob__file_path(kind, scratch, &args->pathname, file);

	record__submit(kind, scratch);
	return 0;
}
