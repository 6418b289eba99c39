// SPDX-License-Identifier: Apache-2.0
#include "bpf_truth.h"

int main(void)
{
	union bpf_attr attributes = { .map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4, .value_size = 8, .max_entries = 1 };

	start();
	must(bpf(BPF_MAP_CREATE, &attributes) >= 0, "BPF_MAP_CREATE");

	expect("security_bpf");
	number("cmd", BPF_MAP_CREATE);
	finish(0);
	return 0;
}
