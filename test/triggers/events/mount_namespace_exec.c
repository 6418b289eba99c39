// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <sys/wait.h>

static long long mount_namespace(int pid)
{
	char path[64], target[64] = "";

	snprintf(path, sizeof(path), "/proc/%d/ns/mnt", pid);
	must(readlink(path, target, sizeof(target) - 1) > 0, path);
	return atoll(target + strlen("mnt:["));
}

/* A child executes this program again, in a mount namespace of its own, and tells the truth. */
int main(int argc, char **argv)
{
	char *const again[] = { argv[0], "again", NULL };
	pid_t child;

	if (argc > 1) {
		expect("mount_namespace_exec");
		number("mnt_ns", mount_namespace(getpid()));
		number("parent_mnt_ns", mount_namespace(getppid()));
		finish(0);
		return 0;
	}
	start();
	child = fork();
	must(child >= 0, "fork");
	if (child == 0) {
		must(unshare(CLONE_NEWNS) == 0, "unshare");
		execv("/proc/self/exe", again);
		must(0, "exec");
	}
	must(waitpid(child, NULL, 0) == child, "wait");
	return 0;
}
