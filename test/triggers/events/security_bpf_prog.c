// SPDX-License-Identifier: Apache-2.0
#include "bpf_truth.h"

static void told(unsigned id, const char *load)
{
	expect("security_bpf_prog");
	number("type", BPF_PROG_TYPE_SOCKET_FILTER);
	text("name", "trigger_prog");
	helpers("helpers");
	number("id", id);
	key("load");
	printf("%s", load);
	finish(0);
}

/* Loads a program, and asks for a second descriptor of it. */
int main(void)
{
	union bpf_attr attributes = { 0 };

	start();
	attributes.prog_id = program_id(load_program(BPF_PROG_TYPE_SOCKET_FILTER, "trigger_prog"));
	must(bpf(BPF_PROG_GET_FD_BY_ID, &attributes) >= 0, "BPF_PROG_GET_FD_BY_ID");

	told(attributes.prog_id, "true");
	told(attributes.prog_id, "false");
	return 0;
}
