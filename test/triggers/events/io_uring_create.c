// SPDX-License-Identifier: Apache-2.0
#include "kept_ring.h"

int main(void)
{
	struct ring ring;

	start();
	ring = ring_make(IORING_SETUP_CLAMP);

	expect("io_uring_create");
	number("fd", ring.fd);
	number("sq_entries", ring.parameters.sq_entries);
	number("cq_entries", ring.parameters.cq_entries);
	number("flags", IORING_SETUP_CLAMP);
	finish(0);
	return 0;
}
