// SPDX-License-Identifier: Apache-2.0
#include "loop.h"

/* A block device has a directory of its own, with the file "state" in it. */
int main(void)
{
	struct loop loop;

	start();
	loop = loop_add("debugfs_create_file");
	loop_remove(&loop);

	expect("debugfs_create_file");
	text("file_name", "state");
	text("path", join("/block", loop.name));
	number("mode", 0600);
	address("proc_ops_addr", symbol_address("blk_mq_debugfs_fops", NULL));
	finish(0);
	return 0;
}
