// SPDX-License-Identifier: GPL-2.0
#include "file.h"
#include "syscall_numbers.h"

ON_ENTRY(shared_object_loaded__security_mmap_file, security_mmap_file, struct file *file, unsigned long prot)
{
	struct task_struct *task = task__current();
	struct shared_object_loaded_args *args;
	struct scratch *scratch;

	if (!file || !(prot & PROT_EXEC) || !syscall__is_mmap(task))
		return 0;
	scratch = record__begin(kind, task, EVENT_SHARED_OBJECT_LOADED, sizeof(*args));
	if (!scratch)
		return 0;

	args = record__args(scratch);
	FILE_IDENTIFY(args, file);

	blob__file_path(kind, scratch, &args->pathname, file);

	record__submit(kind, scratch);
	return 0;
}
