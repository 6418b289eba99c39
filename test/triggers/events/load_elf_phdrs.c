// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <sys/wait.h>

/* Runs itself. */
int main(int argc, char **argv __attribute__((unused)))
{
	char self[PATH_MAX + 1] = {};
	struct stat st;
	pid_t child;

	if (argc > 1)
		return 0;
	must(readlink("/proc/self/exe", self, PATH_MAX) > 0, "readlink");
	st = look(self);
	start();
	child = fork();
	if (child == 0) {
		execl(self, "again", "again", NULL);
		_exit(1);
	}
	must(waitpid(child, NULL, 0) == child, "waitpid");

	expect("load_elf_phdrs");
	text("pathname", self);
	number("dev", device(st.st_dev));
	number("inode", st.st_ino);
	finish(0);
	return 0;
}
