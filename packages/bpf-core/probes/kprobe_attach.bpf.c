// SPDX-License-Identifier: GPL-2.0
#include "blob.h"
#include "kernel_objects.h"
#include "probe.h"

ON_RETURN(kprobe_attach__register_kprobe, EVENT_KPROBE_ATTACH, register_kprobe, struct kprobe *probe, int ret)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_KPROBE_ATTACH, sizeof(struct kprobe_attach_args));
	struct kprobe_attach_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->pre_handler_addr = (__u64)LOAD(probe, pre_handler);
	args->post_handler_addr = (__u64)LOAD(probe, post_handler);
	record__context(scratch)->ret = ret;

	blob__text(scratch, &args->symbol_name, LOAD(probe, symbol_name));

	record__submit(kind, scratch);
	return 0;
}
