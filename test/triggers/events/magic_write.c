// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <sys/uio.h>

/* Begins two files, one shorter than what is reported, and writes on in one. */
int main(void)
{
	const char *directory = work_directory(), *long_content = "\177ELF and then much more than thirty-two bytes of content";
	struct iovec vector[] = { { "#!/", 3 }, { "bin/sh", 6 } };
	struct stat st, script_st;
	int fd, script;

	fd = open("program", O_WRONLY | O_CREAT, 0755);
	script = open("script", O_WRONLY | O_CREAT, 0755);
	must(fd >= 0 && script >= 0, "open");
	st = look("program");
	script_st = look("script");
	must(write(fd, long_content, strlen(long_content)) > 0 && write(fd, "on", 2) == 2, "write");
	must(writev(script, vector, 2) == 9, "writev");

	expect("magic_write");
	text("pathname", join(directory, "program"));
	bytes("bytes", long_content, 32);
	number("dev", device(st.st_dev));
	number("inode", st.st_ino);
	finish(strlen(long_content));
	expect("magic_write");
	text("pathname", join(directory, "script"));
	bytes("bytes", "#!/", 3);
	number("dev", device(script_st.st_dev));
	number("inode", script_st.st_ino);
	finish(9);
	return 0;
}
