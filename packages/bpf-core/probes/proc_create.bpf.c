// SPDX-License-Identifier: GPL-2.0
#include "blob.h"
#include "probe.h"

ON_ENTRY(proc_create, proc_create, const char *name, __u16 mode, void *parent, const void *operations)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_PROC_CREATE, sizeof(struct proc_create_args));
	struct proc_create_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->proc_ops_addr = (__u64)operations;

	blob__text(scratch, &args->name, name);

	record__submit(kind, scratch);
	return 0;
}
