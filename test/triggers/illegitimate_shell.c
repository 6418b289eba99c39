// SPDX-License-Identifier: Apache-2.0
/* A child that bears the name of a web server becomes a shell. */
#include "trigger.h"
#include <sys/prctl.h>
#include <sys/wait.h>

int main(int argc, char **argv)
{
	pid_t child;
	int status;

	trigger__wait(argc, argv);
	child = trigger__must(fork(), "fork");
	if (child == 0) {
		prctl(PR_SET_NAME, "nginx");
		execl("/bin/sh", "sh", "-c", "true", (char *)0);
		_exit(126);
	}
	trigger__must(waitpid(child, &status, 0), "wait for the shell");
	printf("{\"pid\":%d,\"prev_comm\":\"nginx\",\"comm\":\"sh\",\"status\":%d}\n", child, status);
	return status != 0;
}
