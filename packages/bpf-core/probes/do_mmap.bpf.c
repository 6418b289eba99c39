// SPDX-License-Identifier: GPL-2.0
#include "file.h"

/* A trampoline takes so many parameters since 473e3150e30a (6.6) only, whence vm_flags is there too: the typed program need not ask. */
ON_ENTRY(do_mmap, do_mmap, struct file *file, unsigned long addr, unsigned long length, unsigned long prot, unsigned long flags,
	 unsigned long sixth, unsigned long seventh)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_DO_MMAP, sizeof(struct do_mmap_args));
	struct do_mmap_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->addr = addr;
	args->pgoff = kind == PROBE_TYPED || do_mmap__has_vm_flags() ? seventh : sixth;
	args->len = length;
	args->prot = prot;
	args->mmap_flags = flags;
	FILE_IDENTIFY(args, file);

	blob__file_path(kind, scratch, &args->pathname, file);

	record__submit(kind, scratch);
	return 0;
}
