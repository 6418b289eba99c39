// SPDX-License-Identifier: GPL-2.0
#include "arch.h"
#include "probe.h"

ON_TRACEPOINT(sys_exit, sys_exit, struct pt_regs *regs, long ret)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_SYS_EXIT, sizeof(struct sys_exit_args));
	struct sys_exit_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->syscall = regs__syscall(regs);
	record__context(scratch)->syscall = args->syscall;
	record__context(scratch)->ret = ret;

	record__submit(kind, scratch);
	return 0;
}
