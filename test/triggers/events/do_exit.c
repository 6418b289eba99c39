// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <signal.h>
#include <sys/wait.h>

/* One child ends by itself and one by a signal; what wait gives of each is the truth. */
int main(void)
{
	int status[2];

	start();
	for (int i = 0; i < 2; i++) {
		pid_t child = fork();

		must(child >= 0, "fork");
		if (child == 0) {
			if (i)
				raise(SIGUSR2);
			_exit(42);
		}
		must(waitpid(child, &status[i], 0) == child, "waitpid");
	}
	must(WEXITSTATUS(status[0]) == 42 && WTERMSIG(status[1]) == SIGUSR2, "the children end as they should");

	for (int i = 0; i < 2; i++) {
		expect("do_exit");
		finish(status[i]);
	}
	return 0;
}
