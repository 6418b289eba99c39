// SPDX-License-Identifier: Apache-2.0
/*
 * flood SECONDS [FORKS]: a process a CPU calls getppid without a pause for SECONDS, while one more makes FORKS processes a second (200),
 * each of which ends at once; all go on until there were LEAST of them, as who floods a busy machine gets little of it. Waits for a byte on stdin, then prints as JSON how many calls and processes were made.
 */
#define _GNU_SOURCE
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define LEAST 25

static volatile uint64_t *made;

static uint64_t now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000000ull + t.tv_nsec;
}

static int is_over(uint64_t end)
{
	return now() >= end && *made >= LEAST;
}

static uint64_t call(uint64_t end)
{
	uint64_t calls = 0;

	while (!is_over(end))
		for (int i = 0; i < 50; i++, calls++)
			syscall(SYS_getppid);
	return calls;
}

static void make_processes(uint64_t end, double rate)
{
	uint64_t start = now();

	while (!is_over(end)) {
		struct timespec pause = { 0, 1000000 };

		while (!is_over(end) && *made < (now() - start) / 1e9 * rate) {
			int child = fork();

			if (child == 0)
				_exit(0);
			if (child < 0)
				exit(1);
			waitpid(child, 0, 0);
			++*made;
		}
		nanosleep(&pause, 0);
	}
}

int main(int argc, char **argv)
{
	double seconds = argc > 1 ? atof(argv[1]) : 1, rate = argc > 2 ? atof(argv[2]) : 200;
	int cpus = sysconf(_SC_NPROCESSORS_ONLN);
	uint64_t *counts = mmap(0, sizeof(*counts) * (cpus + 1), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0), calls = 0;
	uint64_t start, end;
	char go;

	made = &counts[cpus];
	if (read(0, &go, 1) < 0)
		return 1;
	start = now();
	end = start + seconds * 1e9;
	for (int cpu = 0; cpu <= cpus; cpu++) {
		if (fork() == 0) {
			cpu_set_t set;

			if (cpu == cpus) {
				make_processes(end, rate);
				_exit(0);
			}
			CPU_ZERO(&set);
			CPU_SET(cpu, &set);
			sched_setaffinity(0, sizeof(set), &set);
			counts[cpu] = call(end);
			_exit(0);
		}
	}
	while (wait(0) > 0)
		;
	for (int cpu = 0; cpu < cpus; cpu++)
		calls += counts[cpu];
	printf("{\"getppid\":%llu,\"processes\":%llu,\"seconds\":%.3f}\n", (unsigned long long)calls,
	       (unsigned long long)(counts[cpus] + cpus + 1), (now() - start) / 1e9);
	return 0;
}
