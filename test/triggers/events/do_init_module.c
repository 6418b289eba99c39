// SPDX-License-Identifier: Apache-2.0
#include "pktgen.h"

/* Loads a module. */
int main(void)
{
	start();
	need_module("do_init_module", pktgen);
	must(load_module(pktgen, "") == 0, pktgen);
	unload_module(pktgen);

	expect("do_init_module");
	pktgen_names();
	finish(0);
	return 0;
}
