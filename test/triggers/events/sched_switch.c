// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <sys/prctl.h>
#include <sys/wait.h>

static void tell(int pipe[2])
{
	must(write(pipe[1], "", 1) == 1, "write");
}

static void hear(int pipe[2])
{
	char byte;

	must(read(pipe[0], &byte, 1) == 1, "read");
}

/*
 * Parent and child share one processor and go before all that is not real-time, the parent before the child. While the parent bears the
 * name "leaves", the child is made runnable and the parent sleeps: the processor turns from one to the other, once.
 */
int main(void)
{
	struct sched_param first = { .sched_priority = 11 }, second = { .sched_priority = 10 };
	int cpu, ready[2], go[2];
	cpu_set_t one;
	pid_t child;

	start();
	cpu = sched_getcpu();
	CPU_ZERO(&one);
	CPU_SET(cpu, &one);
	must(sched_setaffinity(0, sizeof(one), &one) == 0 && pipe(ready) == 0 && pipe(go) == 0, "set up");
	must(sched_setscheduler(0, SCHED_FIFO, &first) == 0, "sched_setscheduler");
	child = fork();
	must(child >= 0, "fork");
	if (child == 0) {
		must(sched_setscheduler(0, SCHED_FIFO, &second) == 0 && prctl(PR_SET_NAME, "comes") == 0, "child");
		tell(ready);
		hear(go);
		_exit(0);
	}
	hear(ready);
	usleep(100000); /* the child waits by then */
	prctl(PR_SET_NAME, "leaves");
	tell(go);
	usleep(100000);
	prctl(PR_SET_NAME, "done");
	must(waitpid(child, NULL, 0) == child, "waitpid");

	expect("sched_switch");
	number("cpu", cpu);
	number("prev_tid", getpid());
	text("prev_comm", "leaves");
	number("next_tid", child);
	text("next_comm", "comes");
	finish(0);
	return 0;
}
