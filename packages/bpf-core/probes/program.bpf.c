// SPDX-License-Identifier: GPL-2.0
#include "file.h"

/*
 * No probes of events: tell the collector what every process runs, whatever the scopes ask for, since a process that nobody selects now
 * may be the parent of one that somebody does. Threads run what their process runs.
 */
static __always_inline struct scratch *program__begin(const enum probe_kind kind)
{
	struct scratch *scratch = scratch__first();
	__u64 number;

	if (!scratch)
		return 0;
	number = scratch->notes++; /* also of one that has no place to be built: that it is missing shows */
	scratch = record__open(kind, task__current(), RECORD_PROGRAM, sizeof(struct program_args), 0, 0);
	if (scratch)
		record__context(scratch)->sequence = number;
	return scratch;
}

static __always_inline void program__submit(struct scratch *scratch)
{
	__u64 wakeup = ring__wakeup();
	__u32 length;

	barrier_var(wakeup);
	length = *(volatile __u32 *)&scratch->end; /* beside its use: the verifier of 5.10 forgets the bound of what was put on the stack */
	if (length <= RECORD_MAX && bpf_ringbuf_output(&control_ring, scratch->record, length, wakeup) && wakeup == BPF_RB_FORCE_WAKEUP)
		control.need_wakeup = 1; /* nobody was woken */
	scratch__release(scratch);
}

ON_TRACEPOINT(program_fork, sched_process_fork, struct task_struct *parent, struct task_struct *child)
{
	struct program_args *args;
	struct scratch *scratch;
	__u32 pid = READ(child, tgid);

	if (pid != READ(child, pid))
		return 0;
	scratch = program__begin(kind);
	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->child_start = READ(child, start_boottime);
	args->child_pid = pid;

	blob__none(&args->pathname);

	program__submit(scratch);
	return 0;
}

ON_TRACEPOINT(program_exec, sched_process_exec, struct task_struct *task, int old_pid, struct linux_binprm *bprm)
{
	struct program_args *args;
	struct scratch *scratch = program__begin(kind);

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->child_start = 0;
	args->child_pid = 0;

	blob__file_path(kind, scratch, &args->pathname, BPF_CORE_READ(bprm, file));

	program__submit(scratch);
	return 0;
}
