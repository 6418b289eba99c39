// SPDX-License-Identifier: Apache-2.0
/*
 * any_syscalls PLAN: performs the system calls of a file, each in a child of its own, as many of them change or end their process. A line each:
 *
 *   TABLE NUMBER RETURNS [KIND=VALUE ...]   64 257 once n=3735879681 t=/nonexistent/a n=0 n=0
 *
 * TABLE is 64, or 32 for int 0x80. RETURNS is `once`, `twice` (in a child, too) or `never` (it ends or waits: it is killed after a moment). A value
 * is a number, or what a pointer points to: t text, T texts with commas between them, s seconds.nanoseconds (S in 32 bits each), a 16 bytes of
 * an AF_INET address, 2 two integers. Printed first is {"int80": whether this kernel has it}, then for each call {"pid", "ret", "memory"}: what
 * the kernel returned, null when it did not, and by place among the arguments what is in the times and integers afterwards.
 */
#include "trigger.h"
#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>

#define MOMENT_US 200000
#define STEP_US 1000

/* What a call leaves for the parent to tell. */
struct outcome {
	volatile int returned;
	volatile long ret;
};

static struct outcome *outcome;
/* Below 4 GiB, so that a 32-bit call can name it. */
static char *low, *low_end;

static void *put(const void *bytes, size_t size)
{
	void *at = low_end;

	memcpy(at, bytes, size);
	low_end += (size + 15) & ~15UL;
	return at;
}

/* Times and integers of a call, which the kernel may write. */
struct written {
	char kind; /* 0 where there is none */
	void *at;
};

static long pointer_to(char kind, char *value, int table, struct written *written)
{
	switch (kind) {
	case 't':
		return (long)put(value, strlen(value) + 1);
	case 'T': {
		uint64_t wide[8] = { 0 };
		uint32_t narrow[8] = { 0 };
		int n = 0;

		for (char *text = strtok(value, ","); text && n < 7; text = strtok(0, ","), n++)
			narrow[n] = wide[n] = (long)put(text, strlen(text) + 1);
		return (long)(table == 32 ? put(narrow, sizeof(narrow)) : put(wide, sizeof(wide)));
	}
	case 's':
	case 'S': {
		int64_t wide[2] = { strtoll(value, &value, 10), strtoll(value + 1, 0, 10) };
		int32_t narrow[2] = { wide[0], wide[1] };

		*written = (struct written){ kind, kind == 's' ? put(wide, sizeof(wide)) : put(narrow, sizeof(narrow)) };
		return (long)written->at;
	}
	case '2': {
		int32_t integers[2] = { 0x7ace, 0x7acf };

		*written = (struct written){ kind, put(integers, sizeof(integers)) };
		return (long)written->at;
	}
	case 'a': {
		unsigned char address[16] = { 2, 0, 0x12, 0x34, 127, 0, 0, 1 };

		return (long)put(address, sizeof(address));
	}
	}
	return strtoull(value, 0, 10);
}

static void written__print(const struct written *written)
{
	int64_t *wide = written->at;
	int32_t *narrow = written->at;

	if (!written->kind)
		printf("null");
	else if (written->kind == 's')
		printf("[%ld,%ld]", (long)wide[0], (long)wide[1]);
	else
		printf("[%d,%d]", narrow[0], narrow[1]);
}

/* In one function, as a child of vfork runs on this very frame. */
static __attribute__((noinline)) long perform(int table, long number, const long *v, int twice)
{
	register long r10 __asm__("r10") = v[3];
	register long r8 __asm__("r8") = v[4];
	register long r9 __asm__("r9") = v[5];
	register const long *r12 __asm__("r12") = v;
	long ret;

	if (table == 64)
		__asm__ volatile("syscall"
				 : "=a"(ret), "+r"(r10), "+r"(r8), "+r"(r9)
				 : "a"(number), "D"(v[0]), "S"(v[1]), "d"(v[2])
				 : "rcx", "r11", "memory");
	else
		/* rbx and rbp may be the compiler's; what is pushed must not lie in its red zone */
		__asm__ volatile("lea -128(%%rsp), %%rsp; push %%rbp; push %%rbx; mov (%%r12), %%rbx; mov 40(%%r12), %%rbp; int $0x80;"
				 "pop %%rbx; pop %%rbp; lea 128(%%rsp), %%rsp"
				 : "=a"(ret), "+r"(r10), "+r"(r8), "+r"(r9)
				 : "a"(number), "c"(v[1]), "d"(v[2]), "S"(v[3]), "D"(v[4]), "r"(r12)
				 : "r11", "memory");
	if (twice && ret == 0)
		for (;;)
			__asm__ volatile("syscall" : : "a"(SYS_exit_group), "D"(0) : "rcx", "r11", "memory");
	return ret;
}

/* What a child has not touched since the fork is not mapped in it, and a program that traces a call cannot wait for that. */
static void touch(void)
{
	for (volatile char *at = low; at < low_end; at += 64)
		(void)*at;
}

static void kill_after_a_moment(pid_t child)
{
	for (int us = 0; us < MOMENT_US; us += STEP_US) {
		siginfo_t ended = { 0 };

		if (waitid(P_PID, child, &ended, WEXITED | WNOHANG | WNOWAIT) == 0 && ended.si_pid == child)
			return;
		usleep(STEP_US);
	}
	kill(child, SIGKILL);
}

static void perform_line(char *line)
{
	struct written written[6] = { 0 };
	long number, values[6] = { 0 };
	int table, at, count = 0, status;
	char returns[8];
	pid_t child;

	if (sscanf(line, "%d %ld %7s%n", &table, &number, returns, &at) != 3)
		trigger__must(-1, "read the plan");
	low_end = low;
	for (char *save, *word = strtok_r(line + at, " \n", &save); word && count < 6; word = strtok_r(0, " \n", &save), count++)
		values[count] = pointer_to(word[0], word + 2, table, &written[count]);
	outcome->returned = 0;
	/* not by the C library, whose fork makes system calls in the child */
	child = trigger__must(syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0), "fork");
	if (child == 0) {
		long ret;

		touch();
		ret = perform(table, number, values, !strcmp(returns, "twice"));

		outcome->ret = table == 32 ? (int)ret : ret;
		outcome->returned = 1;
		_exit(0);
	}
	if (!strcmp(returns, "never"))
		kill_after_a_moment(child);
	trigger__must(waitpid(child, &status, 0), "wait for a call");
	printf("{\"pid\":%d,\"ret\":", child);
	printf(outcome->returned ? "%ld" : "null", outcome->ret);
	printf(",\"memory\":[");
	for (int i = 0; i < count; i++) {
		if (i)
			putchar(',');
		written__print(&written[i]);
	}
	printf("]}\n");
}

/* Whether there is a 32-bit entry: a call through it does not kill. */
static int has_int80(void)
{
	long none[6] = { 0 };
	pid_t child = trigger__must(fork(), "fork");
	int status;

	if (child == 0)
		_exit(perform(32, 20 /* getpid */, none, 0) == getpid() ? 0 : 1);
	trigger__must(waitpid(child, &status, 0), "wait for a call");
	return status == 0;
}

int main(int argc, char **argv)
{
	char line[1024];
	FILE *plan;

	if (argc < 2)
		exit(2);
	trigger__wait(1, argv);
	setvbuf(stdout, 0, _IOFBF, 1 << 20);
	low = mmap(0, 1 << 16, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_32BIT, -1, 0);
	outcome = mmap(0, sizeof(*outcome), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	trigger__must(low == MAP_FAILED || outcome == MAP_FAILED ? -1 : 0, "map shared memory");
	plan = fopen(argv[1], "r");
	trigger__must(plan ? 0 : -1, "open the plan");
	printf("{\"int80\":%s}\n", has_int80() ? "true" : "false");
	while (fgets(line, sizeof(line), plan)) {
		fflush(stdout); /* a child must not print it again */
		perform_line(line);
	}
	return 0;
}
