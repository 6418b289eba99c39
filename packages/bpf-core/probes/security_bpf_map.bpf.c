// SPDX-License-Identifier: GPL-2.0
#include "blob.h"
#include "kernel_objects.h"
#include "probe.h"

ON_ENTRY(security_bpf_map, security_bpf_map, struct bpf_map *map)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_SECURITY_BPF_MAP, sizeof(struct security_bpf_map_args));
	struct security_bpf_map_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->map_id = LOAD(map, id);

	blob__text(scratch, &args->map_name, (void *)map + bpf_core_field_offset(struct bpf_map, name));

	record__submit(kind, scratch);
	return 0;
}
