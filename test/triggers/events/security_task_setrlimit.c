// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

/* Sets a limit of a child, then one of its own. */
int main(void)
{
	struct rlimit files = { 100, 200 }, core = { 0, 0x123456000 };
	pid_t child;

	start();
	child = fork();
	must(child >= 0, "fork");
	if (child == 0)
		for (;;)
			pause();
	must(prlimit(child, RLIMIT_NOFILE, &files, NULL) == 0 && setrlimit(RLIMIT_CORE, &core) == 0, "limits");
	must(kill(child, SIGKILL) == 0 && waitpid(child, NULL, 0) == child, "end the child");

	expect("security_task_setrlimit");
	number("target_host_pid", child);
	number("resource", RLIMIT_NOFILE);
	number("new_rlim_cur", files.rlim_cur);
	number("new_rlim_max", files.rlim_max);
	finish(0);
	expect("security_task_setrlimit");
	number("target_host_pid", getpid());
	number("resource", RLIMIT_CORE);
	number("new_rlim_cur", core.rlim_cur);
	number("new_rlim_max", core.rlim_max);
	finish(0);
	return 0;
}
