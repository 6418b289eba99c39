// SPDX-License-Identifier: Apache-2.0
#include "bpf_truth.h"

int main(void)
{
	union bpf_attr attributes = { .map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4, .value_size = 8, .max_entries = 1, .map_name = "trigger_map" };
	struct bpf_map_info info = { 0 };
	union bpf_attr asked = { .info = { .info_len = sizeof(info), .info = (uintptr_t)&info } };

	start();
	asked.info.bpf_fd = bpf(BPF_MAP_CREATE, &attributes);
	must((int)asked.info.bpf_fd >= 0, "BPF_MAP_CREATE");
	must(bpf(BPF_OBJ_GET_INFO_BY_FD, &asked) == 0, "BPF_OBJ_GET_INFO_BY_FD");

	expect("security_bpf_map");
	number("map_id", info.id);
	text("map_name", "trigger_map");
	finish(0);
	return 0;
}
