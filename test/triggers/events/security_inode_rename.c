// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

/* Renames between directories of a mount of its own. */
int main(void)
{
	work_directory();
	must(mkdir("mnt", 0755) == 0 && mount("none", "mnt", "tmpfs", 0, "") == 0, "mount");
	must(mkdir("mnt/from", 0755) == 0 && mkdir("mnt/to", 0755) == 0, "mkdir");
	make_file("mnt/from/old name", "content");
	must(rename("mnt/from/old name", "mnt/to/a-new-name-that-is-longer-than-the-forty-bytes-a-dentry-holds") == 0, "rename");
	must(umount("mnt") == 0, "umount");

	expect("security_inode_rename");
	text("old_path", "/from/old name");
	text("new_path", "/to/a-new-name-that-is-longer-than-the-forty-bytes-a-dentry-holds");
	finish(0);
	return 0;
}
