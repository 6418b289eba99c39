// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

int main(void)
{
	struct stat st;

	work_directory();
	must(mkdir("mnt", 0755) == 0 && mount("none", "mnt", "tmpfs", 0, "") == 0, "mount");
	make_file("mnt/file", "0123456789");
	st = look("mnt/file");
	must(truncate("mnt/file", 123456) == 0, "truncate");
	must(umount("mnt") == 0, "umount");

	expect("do_truncate");
	text("pathname", "/file");
	number("inode", st.st_ino);
	number("dev", device(st.st_dev));
	number("length", 123456);
	finish(0);
	return 0;
}
