// SPDX-License-Identifier: GPL-2.0
#include "bpf_helpers_used.h"

ON_ENTRY_KPROBE(security_bpf_prog__bpf_check, bpf_check, struct bpf_prog **place)
{
	struct bpf_prog *prog = 0;

	bpf_probe_read_kernel(&prog, sizeof(prog), place);
	helpers__collect(prog);
	return 0;
}

ON_ENTRY(security_bpf_prog, security_bpf_prog, struct bpf_prog *prog)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_SECURITY_BPF_PROG, sizeof(struct security_bpf_prog_args));
	__u64 aux = (__u64)BPF_CORE_READ(prog, aux);
	struct security_bpf_prog_args *args;
	struct helpers_used *used;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	used = bpf_map_lookup_elem(&helpers_used, &aux);
	args->type = BPF_CORE_READ(prog, type);
	args->id = BPF_CORE_READ(prog, aux, id);
	args->load = used && !used->announced;

	blob__text(scratch, &args->name, (void *)aux + bpf_core_field_offset(struct bpf_prog_aux, name));
	blob__bytes(scratch, &args->helpers, used ? used->bits : 0, sizeof(used->bits));
	if (used)
		used->announced = 1;

	record__submit(kind, scratch);
	return 0;
}
