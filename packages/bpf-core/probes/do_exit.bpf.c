// SPDX-License-Identifier: GPL-2.0
#include "probe.h"

ON_ENTRY(do_exit, do_exit, long code)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_DO_EXIT, sizeof(struct do_exit_args));

	if (!scratch)
		return 0;

	record__context(scratch)->ret = code;

	record__submit(kind, scratch);
	return 0;
}
