// SPDX-License-Identifier: GPL-2.0
#include "probe.h"

ON_TRACEPOINT(sched_process_exit, sched_process_exit, struct task_struct *task)
{
	struct sched_process_exit_args *args;
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_SCHED_PROCESS_EXIT, sizeof(*args));
	int code;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	code = READ(task, exit_code);
	args->exit_code = code >> 8;
	args->signal_code = code & 0xff;
	/* do_exit has already counted this thread out */
	args->process_group_exit = READ(PLAIN(task), signal, live.counter) == 0;

	record__submit(kind, scratch);
	return 0;
}
