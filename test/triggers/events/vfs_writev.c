// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <sys/uio.h>

int main(void)
{
	const char *path = join(work_directory(), "file");
	struct iovec vector[] = { { "ab", 2 }, { "cde", 3 }, { "f", 1 } };
	struct stat st;
	int fd;

	make_file("file", "0123456789");
	st = look("file");
	fd = open("file", O_WRONLY);
	must(fd >= 0, "open");
	must(pwritev(fd, vector, 3, 7) == 6, "pwritev");

	expect("vfs_writev");
	text("pathname", path);
	number("dev", device(st.st_dev));
	number("inode", st.st_ino);
	number("vlen", 3);
	number("pos", 7);
	finish(6);
	return 0;
}
