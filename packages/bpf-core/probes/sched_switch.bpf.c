// SPDX-License-Identifier: GPL-2.0
#include "blob.h"
#include "probe.h"

ON_TRACEPOINT(sched_switch, sched_switch, bool preempt, struct task_struct *previous, struct task_struct *next)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_SCHED_SWITCH, sizeof(struct sched_switch_args));
	struct sched_switch_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->cpu = bpf_get_smp_processor_id();
	args->prev_tid = READ(previous, pid);
	args->next_tid = READ(next, pid);

	blob__text(scratch, &args->prev_comm, (void *)previous + bpf_core_field_offset(struct task_struct, comm));
	blob__text(scratch, &args->next_comm, (void *)next + bpf_core_field_offset(struct task_struct, comm));

	record__submit(kind, scratch);
	return 0;
}
