// SPDX-License-Identifier: Apache-2.0
/*
 * Makes processes and threads that end in every way. A line each: {"kind": "process", pid, parent, exit_code, signal} where signal is 0 or what
 * killed it, or {"kind": "thread", pid, tid, parent} where parent is the tid that made it.
 */
#include "trigger.h"
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>

static void print_process(pid_t pid, pid_t parent, int status)
{
	printf("{\"kind\":\"process\",\"pid\":%d,\"parent\":%d,\"exit_code\":%d,\"signal\":%d}\n", pid, parent,
	       WIFEXITED(status) ? WEXITSTATUS(status) : 0, WIFSIGNALED(status) ? WTERMSIG(status) : 0);
}

static void reap(pid_t pid)
{
	int status;

	trigger__must(waitpid(pid, &status, 0), "wait for a child");
	print_process(pid, getpid(), status);
}

static void exit_with(int code)
{
	pid_t child = trigger__must(fork(), "fork");

	if (child == 0)
		_exit(code);
	reap(child);
}

static void killed_by(int signal)
{
	pid_t child = trigger__must(fork(), "fork");

	if (child == 0)
		for (;;)
			pause();
	kill(child, signal);
	reap(child);
}

/* Made without a copy of the memory, and executed at once. */
static void spawned(void)
{
	char *const arguments[] = { "spawned", "--exit", 0 };
	pid_t child;

	trigger__must(posix_spawn(&child, "/proc/self/exe", 0, 0, arguments, environ) ? -1 : 0, "spawn");
	reap(child);
}

/* A grandchild that ends after its parent; the pipe closes when it is gone. */
static void orphan(void)
{
	int alive[2], left[2];
	pid_t child, grandchild;
	char byte;

	trigger__must(pipe(alive) | pipe(left), "pipe");
	child = trigger__must(fork(), "fork");
	if (child == 0) {
		grandchild = fork();
		if (grandchild == 0) {
			close(alive[0]);
			close(left[1]);
			_exit(read(left[0], &byte, 1) == 0 ? 3 : 4);
		}
		_exit(write(alive[1], &grandchild, sizeof(grandchild)) == sizeof(grandchild) ? 0 : 1);
	}
	close(alive[1]);
	trigger__must(read(alive[0], &grandchild, sizeof(grandchild)), "read the pid of the grandchild");
	reap(child);
	close(left[0]);
	close(left[1]);
	trigger__must(read(alive[0], &byte, 1), "wait for the grandchild");
	print_process(grandchild, child, 3 << 8);
	close(alive[0]);
}

static void print_thread(pid_t pid, pid_t tid, pid_t parent)
{
	printf("{\"kind\":\"thread\",\"pid\":%d,\"tid\":%d,\"parent\":%d}\n", pid, tid, parent);
}

static void *thread_body(void *tid)
{
	*(pid_t *)tid = gettid();
	return 0;
}

static void threads(void)
{
	for (int i = 0; i < 3; i++) {
		pthread_t thread;
		pid_t tid;

		trigger__must(pthread_create(&thread, 0, thread_body, &tid) ? -1 : 0, "make a thread");
		pthread_join(thread, 0);
		print_thread(getpid(), tid, gettid());
	}
}

/* Whether the first thread is past its exit event: a join returns before that, when the thread gives up its memory. */
static int leader_is_zombie(void)
{
	char path[64], stat[128] = "", *state;
	int fd;

	snprintf(path, sizeof(path), "/proc/self/task/%d/stat", getpid());
	fd = open(path, O_RDONLY);
	if (fd < 0 || read(fd, stat, sizeof(stat) - 1) <= 0)
		_exit(7);
	close(fd);
	state = strrchr(stat, ')');
	return state && strncmp(state, ") Z", 3) == 0;
}

static void *outlive_leader(void *tid)
{
	*(pid_t *)tid = gettid();
	while (!leader_is_zombie())
		usleep(1000);
	_exit(5);
}

/* A process whose first thread ends before another one does: only the last end is that of the process. */
static void leader_first(void)
{
	pid_t *tid = mmap(0, sizeof(*tid), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0), child;
	pthread_t thread;

	trigger__must(tid == MAP_FAILED ? -1 : 0, "map shared memory");
	child = trigger__must(fork(), "fork");
	if (child == 0) {
		if (pthread_create(&thread, 0, outlive_leader, tid))
			_exit(6);
		pthread_exit(0);
	}
	reap(child);
	print_thread(child, *tid, child);
}

int main(int argc, char **argv)
{
	trigger__wait(argc, argv);
	setvbuf(stdout, 0, _IOFBF, 1 << 20);
	exit_with(0);
	exit_with(7);
	exit_with(255);
	killed_by(SIGKILL);
	killed_by(SIGTERM);
	spawned();
	orphan();
	threads();
	leader_first();
	return 0;
}
