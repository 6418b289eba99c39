// SPDX-License-Identifier: GPL-2.0
#include "bpf_helpers_used.h"

ON_ENTRY_KPROBE(security_bpf_prog__bpf_check, bpf_check, struct bpf_prog **place)
{
	return helpers__collect(place);
}

ON_ENTRY(security_bpf_prog, security_bpf_prog, struct bpf_prog *prog)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_SECURITY_BPF_PROG, sizeof(struct security_bpf_prog_args));
	struct security_bpf_prog_args *args;
	struct helpers_used *used;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	used = helpers__of(prog);
	args->type = BPF_CORE_READ(prog, type);
	args->id = BPF_CORE_READ(prog, aux, id);
	args->load = used && !used->announced;

	blob__prog_name(scratch, &args->name, prog);
	blob__helpers(scratch, &args->helpers, used);
	if (used)
		used->announced = 1;

	record__submit(kind, scratch);
	return 0;
}
