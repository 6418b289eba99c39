// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <sys/syscall.h>

/* Offers a file that is no module: the kernel reads it whole and then refuses it. */
int main(void)
{
	const char *path = join(work_directory(), "no-module"), *content = "this is not an ELF file, whatever else it may be";
	int fd;

	make_file("no-module", content);
	fd = open("no-module", O_RDONLY);
	must(fd >= 0, "open");
	must(syscall(SYS_finit_module, fd, "", 0) < 0 && errno == ENOEXEC, "finit_module");

	expect("security_kernel_post_read_file");
	text("pathname", path);
	number("size", strlen(content));
	number("type", 2); /* READING_MODULE */
	finish(0);
	return 0;
}
