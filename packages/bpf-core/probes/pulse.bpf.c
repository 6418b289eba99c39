// SPDX-License-Identifier: GPL-2.0
#include "probe.h"

/* No probe of an event: what the collector's health is asked by. On a tracepoint that it can reach at will and others seldom do. */
TRACEPOINT(task_rename)
int BPF_PROG(pulse, struct task_struct *task, const char *name)
{
	struct pulse pulse = {};

	if (!control.pulse)
		return 0;

	bpf_probe_read_kernel(&pulse.name, sizeof(pulse.name), name);
	if (pulse.name != control.pulse)
		return 0;

	ring__output(RING_BULK, &pulse, sizeof(pulse));
	ring__output(RING_CONTROL, &pulse, sizeof(pulse));
	return 0;
}
