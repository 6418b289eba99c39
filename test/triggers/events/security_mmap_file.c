// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <sys/mman.h>

/* Maps a file to be read and to be executed, and memory without a file. */
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
	must(mmap(NULL, 4096, PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE | MAP_POPULATE, -1, 0) != MAP_FAILED, "mmap");

	expect("security_mmap_file");
	text("pathname", path);
	number("flags", 0100000 /* O_LARGEFILE */ | O_NOFOLLOW);
	number("dev", device(st.st_dev));
	number("inode", st.st_ino);
	number("ctime", nanoseconds(st.st_ctim));
	number("prot", PROT_READ | PROT_EXEC);
	number("mmap_flags", MAP_PRIVATE | MAP_NORESERVE);
	finish(0);
	expect("security_mmap_file");
	text("pathname", path);
	number("flags", 0100000 /* O_LARGEFILE */ | O_NOFOLLOW);
	number("dev", device(st.st_dev));
	number("inode", st.st_ino);
	number("ctime", nanoseconds(st.st_ctim));
	number("prot", PROT_READ);
	number("mmap_flags", MAP_PRIVATE);
	finish(0);
	return 0;
}
