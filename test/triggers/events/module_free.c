// SPDX-License-Identifier: Apache-2.0
#include "pktgen.h"

int main(void)
{
	start();
	need_module("module_free", pktgen);
	must(load_module(pktgen, "") == 0, pktgen);
	unload_module(pktgen);

	expect("module_free");
	pktgen_names();
	finish(0);
	return 0;
}
