// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <sys/syscall.h>

/* Runs a script whose interpreter is no program, through execveat. */
int main(void)
{
	const char *const arguments[] = { "first", "second", NULL };
	char *const environment[] = { "SECRET=1", NULL };
	const char *directory = work_directory();
	struct stat st, input;
	char name[64];
	int where;

	make_file("file", "neither script nor program");
	must(chmod("file", 0755) == 0 && fstat(0, &input) == 0, "chmod");
	st = look("file");
	where = open(".", O_PATH);
	must(syscall(SYS_execveat, where, "file", arguments, environment, 0) < 0 && errno == ENOEXEC, "execveat");

	snprintf(name, sizeof(name), "pipe:[%lu]", input.st_ino);
	expect("process_execute_failed");
	number("dirfd", where);
	number("flags", 0);
	snprintf(name, sizeof(name), "/dev/fd/%d/file", where);
	text("pathname", name);
	text("binary.path", join(directory, "file"));
	number("binary.device_id", device(st.st_dev));
	number("binary.inode_number", st.st_ino);
	number("binary.ctime", nanoseconds(st.st_ctim));
	number("binary.inode_mode", st.st_mode);
	text("interpreter_path", name);
	number("stdin_type", input.st_mode & S_IFMT);
	if (S_ISFIFO(input.st_mode))
		snprintf(name, sizeof(name), "pipe:[%lu]", input.st_ino);
	else
		snprintf(name, sizeof(name), "socket:[%lu]", input.st_ino);
	text("stdin_path", name);
	number("kernel_invoked", 0);
	texts("argv", arguments);
	text("envp", NULL);
	finish(-ENOEXEC);
	return 0;
}
