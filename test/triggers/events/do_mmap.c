// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <sys/mman.h>

/* Maps the second page of a file at a given address, and memory without a file. */
int main(void)
{
	const char *path = join(work_directory(), "library");
	void *const at = (void *)0x10000000;
	struct stat st;
	int fd;

	make_file("library", "content");
	st = look("library");
	fd = open("library", O_RDONLY | O_NOFOLLOW);
	must(fd >= 0, "open");
	must(mmap(at, 12288, PROT_READ, MAP_PRIVATE | MAP_FIXED, fd, 4096) == at, "mmap");
	must(mmap(NULL, 20480, PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_POPULATE, -1, 0) != MAP_FAILED, "mmap");

	expect("do_mmap");
	number("addr", (long)at);
	text("pathname", path);
	number("flags", 0100000 /* O_LARGEFILE */ | O_NOFOLLOW);
	number("dev", device(st.st_dev));
	number("inode", st.st_ino);
	number("ctime", nanoseconds(st.st_ctim));
	number("pgoff", 1);
	number("len", 12288);
	number("prot", PROT_READ);
	number("mmap_flags", MAP_PRIVATE | MAP_FIXED);
	finish(0);
	expect("do_mmap");
	number("addr", 0);
	text("pathname", NULL);
	number("flags", 0);
	number("dev", 0);
	number("inode", 0);
	number("ctime", 0);
	number("pgoff", 0);
	number("len", 20480);
	number("prot", PROT_WRITE);
	number("mmap_flags", MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_POPULATE);
	finish(0);
	return 0;
}
