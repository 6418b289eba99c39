// SPDX-License-Identifier: Apache-2.0
/*
 * syscalls SECONDS [RATE]: a process a CPU makes the reference mix (openat, close, getppid) for SECONDS, each at RATE/processes system
 * calls a second, or without a pause when RATE is 0. Waits for a byte on stdin, then prints as JSON how many calls of each were made.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static uint64_t now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000000ull + t.tv_nsec;
}

/* Rounds of three calls; the pause is kept by spinning on the clock in batches, so that no other system call is made. */
static uint64_t run(double seconds, double rate)
{
	uint64_t start = now(), end = start + seconds * 1e9, rounds = 0;

	while (now() < end) {
		for (int i = 0; i < 20; i++, rounds++) {
			long fd = syscall(SYS_openat, AT_FDCWD, "/dev/null", O_RDONLY, 0);

			syscall(SYS_close, fd);
			syscall(SYS_getppid);
		}
		if (rate > 0)
			while (now() < end && rounds * 3 > (now() - start) / 1e9 * rate)
				;
	}
	return rounds;
}

int main(int argc, char **argv)
{
	double seconds = argc > 1 ? atof(argv[1]) : 1, rate = argc > 2 ? atof(argv[2]) : 0;
	int cpus = sysconf(_SC_NPROCESSORS_ONLN);
	uint64_t *rounds = mmap(0, sizeof(*rounds) * cpus, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0), total = 0;
	uint64_t start;
	char go;

	if (read(0, &go, 1) < 0)
		return 1;
	start = now();
	for (int cpu = 0; cpu < cpus; cpu++) {
		if (fork() == 0) {
			cpu_set_t set;

			CPU_ZERO(&set);
			CPU_SET(cpu, &set);
			sched_setaffinity(0, sizeof(set), &set);
			rounds[cpu] = run(seconds, rate / cpus);
			_exit(0);
		}
	}
	while (wait(0) > 0)
		;
	for (int cpu = 0; cpu < cpus; cpu++)
		total += rounds[cpu];
	printf("{\"openat\":%llu,\"close\":%llu,\"getppid\":%llu,\"seconds\":%.3f}\n", (unsigned long long)total, (unsigned long long)total,
	       (unsigned long long)total, (now() - start) / 1e9);
	return 0;
}
