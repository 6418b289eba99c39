// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

/* Removes a file on a mount of its own: the path begins at the root of that file system. */
int main(void)
{
	struct stat st;

	work_directory();
	must(mkdir("mnt", 0755) == 0 && mount("none", "mnt", "tmpfs", 0, "") == 0, "mount");
	must(mkdir("mnt/directory", 0755) == 0, "mkdir");
	make_file("mnt/directory/file", "content");
	st = look("mnt/directory/file");
	must(unlink("mnt/directory/file") == 0, "unlink");
	must(umount("mnt") == 0, "umount");

	expect("security_inode_unlink");
	text("pathname", "/directory/file");
	number("inode", st.st_ino);
	number("dev", device(st.st_dev));
	number("ctime", nanoseconds(st.st_ctim));
	finish(0);
	return 0;
}
