// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <sys/mman.h>

/* Maps a file to be read, which is not reported, and to be executed. */
int main(void)
{
	const char *path = join(work_directory(), "library");
	struct stat st;
	int fd;

	make_file("library", "content");
	st = look("library");
	fd = open("library", O_RDONLY | O_NOFOLLOW);
	must(fd >= 0, "open");
	must(mmap(NULL, 8192, PROT_READ, MAP_PRIVATE, fd, 0) != MAP_FAILED, "mmap");
	must(mmap(NULL, 8192, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_NORESERVE, fd, 4096) != MAP_FAILED, "mmap");

	expect("shared_object_loaded");
	text("pathname", path);
	number("flags", 0100000 /* O_LARGEFILE */ | O_NOFOLLOW);
	number("dev", device(st.st_dev));
	number("inode", st.st_ino);
	number("ctime", nanoseconds(st.st_ctim));
	finish(0);
	return 0;
}
