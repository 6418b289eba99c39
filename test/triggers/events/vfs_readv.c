// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <sys/uio.h>

int main(void)
{
	const char *path = join(work_directory(), "file");
	char first[3], second[5];
	struct iovec vector[] = { { first, sizeof(first) }, { second, sizeof(second) } };
	struct stat st;
	int fd;

	make_file("file", "0123456789");
	st = look("file");
	fd = open("file", O_RDONLY);
	must(fd >= 0, "open");
	must(preadv(fd, vector, 2, 1) == 8, "preadv");

	expect("vfs_readv");
	text("pathname", path);
	number("dev", device(st.st_dev));
	number("inode", st.st_ino);
	number("vlen", 2);
	number("pos", 1);
	finish(8);
	return 0;
}
