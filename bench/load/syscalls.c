// SPDX-License-Identifier: Apache-2.0
/*
 * syscalls SECONDS [RATE]: a process a CPU makes the reference mix (openat, close, getppid) for SECONDS, each at RATE/processes system
 * calls a second, or without a pause when RATE is 0. About every 5 ms each makes a call that stands out (prctl of BENCH_MARK).
 * Waits for a byte on stdin, then prints as JSON how many calls of each were made.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* An option that prctl does not have; bench/signatures/marked_call.ts looks for it. */
#define BENCH_MARK 0x62656e63
#define MARK_NS 5000000
/* Shorter pauses are spent on the clock: a timer would wake too late. */
#define SLEEP_NS 200000

struct calls {
	uint64_t rounds, marks;
};

static uint64_t now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000000ull + t.tv_nsec;
}

static void wait_until(uint64_t due)
{
	struct timespec t = { due / 1000000000, due % 1000000000 };

	if (due > now() + SLEEP_NS)
		clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, 0);
	while (now() < due)
		;
}

/* Rounds of three calls, in batches of a millisecond and 20 at most, so that a burst is not what is measured. */
static struct calls run(double seconds, double rate)
{
	uint64_t start = now(), end = start + seconds * 1e9, marked = start;
	int batch = rate > 0 && rate < 60000 ? 1 + rate / 3000 : 20;
	struct calls calls = {};

	for (uint64_t t = start; t < end; t = now()) {
		for (int i = 0; i < batch; i++, calls.rounds++) {
			long fd = syscall(SYS_openat, AT_FDCWD, "/dev/null", O_RDONLY, 0);

			syscall(SYS_close, fd);
			syscall(SYS_getppid);
		}
		if (t - marked >= MARK_NS) {
			syscall(SYS_prctl, BENCH_MARK, 0, 0, 0, 0);
			calls.marks++;
			marked = t;
		}
		if (rate > 0) {
			uint64_t due = start + calls.rounds * 3 / rate * 1e9;

			wait_until(due < end ? due : end);
		}
	}
	return calls;
}

int main(int argc, char **argv)
{
	double seconds = argc > 1 ? atof(argv[1]) : 1, rate = argc > 2 ? atof(argv[2]) : 0;
	int cpus = sysconf(_SC_NPROCESSORS_ONLN);
	struct calls *calls = mmap(0, sizeof(*calls) * cpus, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0), all = {};
	uint64_t start;
	char go;

	/* For its children as well; before the byte, so that nobody counts it. */
	prctl(PR_SET_TIMERSLACK, 1);
	if (read(0, &go, 1) < 0)
		return 1;
	start = now();
	for (int cpu = 0; cpu < cpus; cpu++) {
		if (fork() == 0) {
			cpu_set_t set;

			CPU_ZERO(&set);
			CPU_SET(cpu, &set);
			sched_setaffinity(0, sizeof(set), &set);
			calls[cpu] = run(seconds, rate / cpus);
			_exit(0);
		}
	}
	while (wait(0) > 0)
		;
	for (int cpu = 0; cpu < cpus; cpu++) {
		all.rounds += calls[cpu].rounds;
		all.marks += calls[cpu].marks;
	}
	printf("{\"openat\":%llu,\"close\":%llu,\"getppid\":%llu,\"marks\":%llu,\"seconds\":%.3f}\n", (unsigned long long)all.rounds,
	       (unsigned long long)all.rounds, (unsigned long long)all.rounds, (unsigned long long)all.marks, (now() - start) / 1e9);
	return 0;
}
