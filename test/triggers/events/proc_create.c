// SPDX-License-Identifier: Apache-2.0
#include "pktgen.h"

int main(void)
{
	unsigned long long operations;

	start();
	need_module("proc_create", pktgen);
	must(load_module(pktgen, "") == 0, pktgen);
	operations = symbol_address("pktgen_proc_ops", "pktgen");
	unload_module(pktgen);

	expect("proc_create");
	text("name", "pgctrl");
	address("proc_ops_addr", operations);
	finish(0);
	return 0;
}
