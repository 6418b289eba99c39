// SPDX-License-Identifier: Apache-2.0
/*
 * call_elsewhere PID CALL [ARGUMENT]: makes another process do a system call, as an intruder does who wants its BPF links gone: stops the
 * main thread, which waits in a call of its own, and has it make one more. Prints what that returned.
 */
#include <elf.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__x86_64__)
typedef struct user_regs_struct registers;
#define SYSCALL_BYTES 2
#define SYSCALL_CODE 0x050f
#define SYSCALL_MASK 0xffff
#define at(regs) (regs).rip
#define result(regs) (regs).rax
static void prepare(registers *regs, long number, long argument)
{
	regs->rax = number;
	regs->rdi = argument;
	regs->orig_rax = -1;
}
#elif defined(__aarch64__)
typedef struct user_regs_struct registers;
#define SYSCALL_BYTES 4
#define SYSCALL_CODE 0xd4000001
#define SYSCALL_MASK 0xffffffff
#define at(regs) (regs).pc
#define result(regs) (regs).regs[0]
static void prepare(registers *regs, long number, long argument)
{
	regs->regs[8] = number;
	regs->regs[0] = argument;
}
#endif

static void fail(const char *what)
{
	perror(what);
	exit(1);
}

static void transfer(int request, pid_t pid, registers *regs)
{
	struct iovec all = { regs, sizeof(*regs) };

	if (ptrace(request, pid, NT_PRSTATUS, &all))
		fail("registers");
}

static void wait_for_stop(pid_t pid)
{
	int status;

	if (waitpid(pid, &status, __WALL) != pid || !WIFSTOPPED(status))
		fail("wait");
}

/* Stops it behind a system call. */
static void stop(pid_t pid, registers *regs)
{
	for (int attempt = 0; attempt < 1000; attempt++) {
		if (ptrace(PTRACE_INTERRUPT, pid, 0, 0))
			fail("interrupt");
		wait_for_stop(pid);
		transfer(PTRACE_GETREGSET, pid, regs);
		errno = 0;
		if ((ptrace(PTRACE_PEEKTEXT, pid, at(*regs) - SYSCALL_BYTES, 0) & SYSCALL_MASK) == SYSCALL_CODE && !errno)
			return;
		ptrace(PTRACE_CONT, pid, 0, 0);
		usleep(1000);
	}
	fail("no system call");
}

static const struct {
	const char *name;
	long number;
} calls[] = {
	{ "close", SYS_close }, { "execve", SYS_execve }, { "getpid", SYS_getpid }, { "ptrace", SYS_ptrace }, { "setns", SYS_setns },
};

static long number_of(const char *name)
{
	for (unsigned int i = 0; i < sizeof(calls) / sizeof(*calls); i++)
		if (!strcmp(calls[i].name, name))
			return calls[i].number;
	fprintf(stderr, "%s: not in the table\n", name);
	exit(2);
}

int main(int argc, char **argv)
{
	registers before, regs;
	pid_t pid;

	if (argc < 3)
		return 2;
	pid = atoi(argv[1]);
	if (ptrace(PTRACE_SEIZE, pid, 0, 0))
		fail("seize");
	stop(pid, &before);
	regs = before;
	at(regs) -= SYSCALL_BYTES;
	prepare(&regs, number_of(argv[2]), argc > 3 ? atol(argv[3]) : 0);
	transfer(PTRACE_SETREGSET, pid, &regs);
	if (ptrace(PTRACE_SINGLESTEP, pid, 0, 0))
		fail("step");
	wait_for_stop(pid);
	transfer(PTRACE_GETREGSET, pid, &regs);
	transfer(PTRACE_SETREGSET, pid, &before);
	if (ptrace(PTRACE_DETACH, pid, 0, 0))
		fail("detach");
	printf("%ld\n", (long)result(regs));
	return 0;
}
