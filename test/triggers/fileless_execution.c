// SPDX-License-Identifier: Apache-2.0
/* Executes copies of itself that lie in memory only: a file below /dev/shm, and a memfd. */
#include "trigger.h"
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/wait.h>

static char *const arguments[] = { "copy", "--exit", 0 };
static char *const no_environment[] = { 0 };

/* Executes the open file in a child, and says as what. */
static int execute(int fd, const char *pathname)
{
	pid_t child = trigger__must(fork(), "fork");
	int status;

	if (child == 0) {
		if (pathname[0] == '/')
			execve(pathname, arguments, no_environment);
		else
			syscall(SYS_execveat, fd, "", arguments, no_environment, AT_EMPTY_PATH);
		_exit(126);
	}
	trigger__must(waitpid(child, &status, 0), "wait for the copy");
	printf("{\"pid\":%d,\"pathname\":\"%s\",\"status\":%d}\n", child, pathname, status);
	return status;
}

int main(int argc, char **argv)
{
	char path[64];
	int fd, failed;

	trigger__wait(argc, argv);
	snprintf(path, sizeof(path), "/dev/shm/tracee-trigger-%d", getpid());
	fd = trigger__must(open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0700), path);
	trigger__copy_self(fd);
	close(fd);
	failed = execute(-1, path);
	unlink(path);

	fd = trigger__must(memfd_create("tracee-trigger", MFD_CLOEXEC), "memfd_create");
	trigger__copy_self(fd);
	failed |= execute(fd, "memfd:tracee-trigger");
	return failed != 0;
}
