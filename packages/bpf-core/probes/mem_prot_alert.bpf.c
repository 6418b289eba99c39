// SPDX-License-Identifier: GPL-2.0
#include "protection.h"

enum mem_prot_alert {
	ALERT_MMAP_W_X = 1,
	ALERT_MPROTECT_X_ADDED = 2,
	ALERT_MPROTECT_W_ADDED = 3,
	ALERT_MPROTECT_W_REMOVED = 4,
};

static __always_inline int protection__report(const enum probe_kind kind, struct task_struct *task, enum mem_prot_alert alert, __u64 prot,
					      __u64 previous, struct file *file)
{
	struct scratch *scratch = record__begin(kind, task, EVENT_MEM_PROT_ALERT, sizeof(struct mem_prot_alert_args));
	struct mem_prot_alert_args *args;
	__u64 arguments[6] = {};

	if (!scratch)
		return 0;

	args = record__args(scratch);
	current__syscall_args(arguments);
	args->alert = alert;
	args->addr = arguments[0];
	args->len = arguments[1];
	args->prot = prot;
	args->prev_prot = previous;
	if (file) {
		INODE_IDENTIFY(args, file__inode(kind, file));
	} else {
		args->dev = 0;
		args->inode = 0;
		args->ctime = 0;
	}

	blob__file_path(kind, scratch, &args->pathname, file);

	record__submit(kind, scratch);
	return 0;
}

ON_ENTRY(mem_prot_alert__security_mmap_file, security_mmap_file, struct file *file, unsigned long prot)
{
	struct task_struct *task = task__current();

	if ((prot & PROT_WRITE_EXEC) != PROT_WRITE_EXEC || !syscall__is_mmap(task))
		return 0;
	return protection__report(kind, task, ALERT_MMAP_W_X, prot, 0, file);
}

ON_ENTRY(mem_prot_alert__security_file_mprotect, security_file_mprotect, struct vm_area_struct *vma, unsigned long prot)
{
	__u64 previous = LOAD(vma, vm_flags) & PROT_ALL;
	enum mem_prot_alert alert;

	if (!(prot & PROT_EXEC))
		return 0;
	if (!(previous & PROT_EXEC))
		alert = ALERT_MPROTECT_X_ADDED;
	else if (!(previous & PROT_WRITE) && (prot & PROT_WRITE))
		alert = ALERT_MPROTECT_W_ADDED;
	else if ((previous & PROT_WRITE) && !(prot & PROT_WRITE))
		alert = ALERT_MPROTECT_W_REMOVED;
	else
		return 0;
	return protection__report(kind, task__current(), alert, prot, previous, LOAD(vma, vm_file));
}
