// SPDX-License-Identifier: GPL-2.0
#include "file.h"
#include "kernel_objects.h"
#include "syscall_numbers.h"

/* The file that finit_module loads; null when the task is in no such call. */
static __always_inline struct file *task__module_file(struct task_struct *task)
{
	const bool compat = task__is_compat(task);
	__u64 arguments[6] = {};

	if (current__syscall() != (compat ? COMPAT_FINIT_MODULE : SYSCALL_FINIT_MODULE) || !current__syscall_args(arguments))
		return 0;
	return task__file(task, arguments[0]);
}

ON_TRACEPOINT(module_load, module_load, struct module *module)
{
	struct task_struct *task = task__current();
	struct scratch *scratch = record__begin(kind, task, EVENT_MODULE_LOAD, sizeof(struct module_load_args));
	struct module_load_args *args;
	struct file *file;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	file = task__module_file(task);
	if (file) {
		INODE_IDENTIFY(args, file__inode(kind, file));
	} else {
		args->dev = 0;
		args->inode = 0;
		args->ctime = 0;
	}

	blob__text(scratch, &args->name, (void *)module + bpf_core_field_offset(struct module, name));
	blob__text(scratch, &args->version, BPF_CORE_READ(module, version));
	blob__text(scratch, &args->src_version, BPF_CORE_READ(module, srcversion));
	blob__file_path(kind, scratch, &args->pathname, file);

	record__submit(kind, scratch);
	return 0;
}
