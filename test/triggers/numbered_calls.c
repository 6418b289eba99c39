// SPDX-License-Identifier: Apache-2.0
/*
 * Closes descriptors that nobody has, 1000000, 1000001 and so on, CALLS a millisecond, until stdin ends: every call is one of a kind.
 * Prints {"calls"}.
 */
#include "trigger.h"
#include <poll.h>
#include <time.h>

#define FIRST 1000000

static void sleep_until(struct timespec *due)
{
	due->tv_nsec += 1000000;
	if (due->tv_nsec >= 1000000000) {
		due->tv_nsec -= 1000000000;
		due->tv_sec++;
	}
	clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, due, NULL);
}

int main(int argc, char **argv)
{
	struct pollfd end = { .fd = 0, .events = POLLIN };
	struct timespec due;
	long calls = 0, each = argc > 1 ? atol(argv[1]) : 1;

	trigger__wait(0, NULL);
	clock_gettime(CLOCK_MONOTONIC, &due);
	while (poll(&end, 1, 0) == 0) {
		for (long i = 0; i < each; i++)
			close(FIRST + calls++);
		sleep_until(&due);
	}
	printf("{\"calls\":%ld}\n", calls);
	return 0;
}
