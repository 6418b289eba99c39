// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <sys/syscall.h>

/* Offers a file that is no module: the kernel reads it whole and then refuses it. */
int main(void)
{
	const char *path = join(work_directory(), "no-module");
	struct stat st;
	int fd;

	make_file("no-module", "this is not an ELF file, whatever else it may be");
	st = look("no-module");
	fd = open("no-module", O_RDONLY);
	must(fd >= 0, "open");
	must(syscall(SYS_finit_module, fd, "", 0) < 0 && errno == ENOEXEC, "finit_module");

	expect("security_kernel_read_file");
	text("pathname", path);
	number("dev", device(st.st_dev));
	number("inode", st.st_ino);
	number("type", 2); /* READING_MODULE */
	number("ctime", nanoseconds(st.st_ctim));
	finish(0);
	return 0;
}
