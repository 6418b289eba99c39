// SPDX-License-Identifier: GPL-2.0
#include "bpf_helpers_used.h"
#include "bpf_links.h"

ON_ENTRY_KPROBE(bpf_link_attach__bpf_check, bpf_check, struct bpf_prog **place)
{
	return helpers__collect(place);
}

ON_TRACEPOINT(bpf_link_attach__sys_exit, sys_exit, struct pt_regs *regs, long ret)
{
	struct task_struct *task = task__current();
	struct bpf_link_attach_args *args;
	struct returning_call call = {};
	struct scratch *scratch;
	struct bpf_link *link;
	struct bpf_prog *prog;
	const char *symbol;

	if (ret < 0)
		return 0;
	returning_call__look(&call, task, regs);
	link = returning_call__link(&call, task, ret);
	if (!link)
		return 0;
	scratch = record__begin(kind, task, EVENT_BPF_LINK_ATTACH, sizeof(*args));
	if (!scratch)
		return 0;

	prog = BPF_CORE_READ(link, prog);
	args = record__args(scratch);
	args->link_id = BPF_CORE_READ(link, id);
	args->link_type = BPF_CORE_READ(link, type);
	args->prog_type = BPF_CORE_READ(prog, type);
	args->prog_id = BPF_CORE_READ(prog, aux, id);
	args->expected_attach_type = BPF_CORE_READ(prog, expected_attach_type);
	record__context(scratch)->ret = ret;
	record__context(scratch)->syscall = call.number;

	symbol = link__raw_tracepoint(link);
	blob__prog_name(scratch, &args->prog_name, prog);
	blob__helpers(scratch, &args->prog_helpers, helpers__of(prog));
	blob__text(scratch, &args->symbol_name, symbol ? symbol : BPF_CORE_READ(prog, aux, attach_func_name));

	record__submit(kind, scratch);
	return 0;
}
