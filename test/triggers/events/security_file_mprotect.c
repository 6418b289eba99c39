// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <sys/mman.h>
#include <sys/syscall.h>

/* Changes the protection of a mapped file, and with a key (-1: none) that of memory. */
int main(void)
{
	const char *path = join(work_directory(), "library");
	struct stat st;
	void *file, *memory;
	int fd;

	make_file("library", "content");
	st = look("library");
	fd = open("library", O_RDWR);
	file = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
	memory = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	must(fd >= 0 && file != MAP_FAILED && memory != MAP_FAILED, "mmap");
	must(mprotect(file, 100, PROT_READ) == 0, "mprotect");
	must(syscall(SYS_pkey_mprotect, memory, 8192, PROT_READ | PROT_EXEC, -1) == 0, "pkey_mprotect");

	expect("security_file_mprotect");
	text("pathname", path);
	number("prot", PROT_READ);
	number("ctime", nanoseconds(st.st_ctim));
	number("prev_prot", PROT_READ | PROT_WRITE);
	number("addr", (long)file);
	number("len", 100);
	number("pkey", -1);
	finish(0);
	expect("security_file_mprotect");
	text("pathname", NULL);
	number("prot", PROT_READ | PROT_EXEC);
	number("ctime", 0);
	number("prev_prot", PROT_READ | PROT_WRITE);
	number("addr", (long)memory);
	number("len", 8192);
	number("pkey", -1);
	finish(0);
	return 0;
}
