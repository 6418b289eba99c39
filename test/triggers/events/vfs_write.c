// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <sys/socket.h>

/* Writes to the end of a file (O_APPEND: the position is known only afterwards), to a socket, and to nowhere. */
int main(void)
{
	const char *path = join(work_directory(), "file");
	struct stat st, socket_st;
	void *volatile nowhere = (void *)8;
	int fd, pair[2];
	char name[64];

	make_file("file", "0123456789");
	st = look("file");
	fd = open("file", O_WRONLY | O_APPEND);
	must(fd >= 0 && socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0 && fstat(pair[0], &socket_st) == 0, "socketpair");
	must(write(fd, "abcde", 5) == 5, "write");
	must(write(pair[0], "socket", 6) == 6, "write");
	must(write(fd, nowhere, 77) < 0 && errno == EFAULT, "write");

	expect("vfs_write");
	text("pathname", path);
	number("dev", device(st.st_dev));
	number("inode", st.st_ino);
	number("count", 5);
	number("pos", 10);
	finish(5);
	snprintf(name, sizeof(name), "socket:[%lu]", socket_st.st_ino);
	expect("vfs_write");
	text("pathname", name);
	number("dev", device(socket_st.st_dev));
	number("inode", socket_st.st_ino);
	number("count", 6);
	number("pos", 0);
	finish(6);
	expect("vfs_write");
	text("pathname", path);
	number("dev", device(st.st_dev));
	number("inode", st.st_ino);
	number("count", 77);
	number("pos", 15);
	finish(-EFAULT);
	return 0;
}
