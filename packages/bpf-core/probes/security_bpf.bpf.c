// SPDX-License-Identifier: GPL-2.0
#include "probe.h"

ON_ENTRY(security_bpf, security_bpf, int cmd)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_SECURITY_BPF, sizeof(struct security_bpf_args));
	struct security_bpf_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->cmd = cmd;

	record__submit(kind, scratch);
	return 0;
}
