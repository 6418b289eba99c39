// SPDX-License-Identifier: Apache-2.0
#include "loop.h"

/* A block device has a directory of its own. */
int main(void)
{
	struct loop loop;

	start();
	loop = loop_add("debugfs_create_dir");
	loop_remove(&loop);

	expect("debugfs_create_dir");
	text("name", loop.name);
	text("path", "/block");
	finish(0);
	return 0;
}
