// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

/* Reads from a file at an offset, more than it has left, and from a pipe. */
int main(void)
{
	const char *path = join(work_directory(), "file");
	char buffer[4000], name[64];
	struct stat st, pipe_st;
	int fd, ends[2];

	make_file("file", "0123456789");
	st = look("file");
	fd = open("file", O_RDONLY);
	must(fd >= 0 && lseek(fd, 4, SEEK_SET) == 4, "lseek");
	must(pipe(ends) == 0 && write(ends[1], "abc", 3) == 3 && fstat(ends[0], &pipe_st) == 0, "pipe");
	must(read(fd, buffer, 3456) == 6, "read");
	must(read(ends[0], buffer, 3457) == 3, "read");

	expect("vfs_read");
	text("pathname", path);
	number("dev", device(st.st_dev));
	number("inode", st.st_ino);
	number("count", 3456);
	number("pos", 4);
	finish(6);
	snprintf(name, sizeof(name), "pipe:[%lu]", pipe_st.st_ino);
	expect("vfs_read");
	text("pathname", name);
	number("dev", device(pipe_st.st_dev));
	number("inode", pipe_st.st_ino);
	number("count", 3457);
	number("pos", 0);
	finish(3);
	return 0;
}
