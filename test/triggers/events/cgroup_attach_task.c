// SPDX-License-Identifier: Apache-2.0
#include "cgroup.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>

/* Moves a process that sleeps. */
int main(void)
{
	const char *path;
	char line[16];
	pid_t child;
	int fd;

	work_directory();
	path = cgroup_path();
	must(mkdir(path, 0755) == 0, path);
	child = fork();
	must(child >= 0, "fork");
	if (child == 0) {
		pause();
		_exit(0);
	}
	snprintf(line, sizeof(line), "%d", child);
	fd = open(join(path, "cgroup.procs"), O_WRONLY);
	must(fd >= 0 && write(fd, line, strlen(line)) > 0, "move");
	must(kill(child, SIGKILL) == 0 && waitpid(child, NULL, 0) == child, "end the child");
	must(rmdir(path) == 0, path);

	expect("cgroup_attach_task");
	text("cgroup_path", in_hierarchy(path));
	prctl(PR_GET_NAME, line);
	text("comm", line);
	number("pid", child);
	finish(0);
	return 0;
}
