// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <sys/wait.h>

/* Runs a script: the hook is called for the script and for its interpreter, a copy of this program. */
int main(int argc, char **argv)
{
	const char *const arguments[] = { "as I call it", "second \"argument\"", NULL };
	char *const environment[] = { "SECRET=1", NULL };
	const char *directory, *script, *interpreter;
	char line[PATH_MAX + 8], self[PATH_MAX + 1] = {};
	struct stat st;
	pid_t child;

	if (argc > 1 && strstr(argv[0], "interpreter"))
		return 0;
	must(readlink("/proc/self/exe", self, PATH_MAX) > 0, "readlink");
	directory = work_directory();
	script = join(directory, "script");
	interpreter = join(directory, "interpreter");
	must(link(self, interpreter) == 0 || symlink(self, interpreter) == 0, "link");
	snprintf(line, sizeof(line), "#!%s\n", interpreter);
	make_file(script, line);
	must(chmod(script, 0755) == 0, "chmod");
	child = fork();
	if (child == 0) {
		execve(script, (char *const *)arguments, environment);
		_exit(1);
	}
	must(waitpid(child, NULL, 0) == child, "waitpid");

	for (int i = 0; i < 2; i++) {
		const char *path = i == 0 ? script : interpreter;
		char real[PATH_MAX];

		st = look(path);
		expect("security_bprm_check");
		text("pathname", realpath(path, real));
		number("dev", device(st.st_dev));
		number("inode", st.st_ino);
		texts("argv", arguments);
		text("envp", NULL);
		finish(0);
	}
	return 0;
}
