// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

int main(void)
{
	work_directory();
	must(mkdir("mnt", 0755) == 0 && mount("none", "mnt", "tmpfs", 0, "") == 0, "mount");
	must(symlink("../where/it points", "mnt/link") == 0, "symlink");
	must(umount("mnt") == 0, "umount");

	expect("security_inode_symlink");
	text("linkpath", "/link");
	text("target", "../where/it points");
	finish(0);
	return 0;
}
