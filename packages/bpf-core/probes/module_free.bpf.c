// SPDX-License-Identifier: GPL-2.0
#include "blob.h"
#include "kernel_objects.h"
#include "probe.h"

ON_TRACEPOINT(module_free, module_free, struct module *module)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_MODULE_FREE, sizeof(struct module_free_args));
	struct module_free_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);

	blob__text(scratch, &args->name, (void *)module + bpf_core_field_offset(struct module, name));
	blob__text(scratch, &args->version, BPF_CORE_READ(module, version));
	blob__text(scratch, &args->src_version, BPF_CORE_READ(module, srcversion));

	record__submit(kind, scratch);
	return 0;
}
