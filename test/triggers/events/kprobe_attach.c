// SPDX-License-Identifier: Apache-2.0
#include "kernel_truth.h"
#include "tracefs.h"

/* A probe of the kernel's tracer, which is never switched on. */
int main(void)
{
	start();
	need_tracefs();
	write_line("kprobe_events", "p:tracee_trigger/attached proc_create\n");
	write_line("kprobe_events", "-:tracee_trigger/attached\n");

	expect("kprobe_attach");
	text("symbol_name", "proc_create");
	address("pre_handler_addr", symbol_address("kprobe_dispatcher", NULL));
	address("post_handler_addr", 0);
	finish(0);
	return 0;
}
