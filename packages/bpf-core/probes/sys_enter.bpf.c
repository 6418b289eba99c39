// SPDX-License-Identifier: GPL-2.0
#include "arch.h"
#include "probe.h"

ON_TRACEPOINT(sys_enter, sys_enter, struct pt_regs *regs, long number)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_SYS_ENTER, sizeof(struct sys_enter_args));
	struct sys_enter_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->syscall = number;
	record__context(scratch)->syscall = args->syscall;

	record__submit(kind, scratch);
	return 0;
}
