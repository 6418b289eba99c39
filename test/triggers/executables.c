// SPDX-License-Identifier: Apache-2.0
/*
 * Processes that run programs they came by in every way, and then open a file that is not there: /executable/NAME. A line each: {"name",
 * "pid", "tid", "link": what /proc/self/exe says, "links": names that the file has}. Three of them run before the byte comes on stdin, and
 * act when it has. Argument: a directory for the programs.
 */
#include "trigger.h"
#include <fcntl.h>
#include <pthread.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>

/* Descriptor of a program that waits: it goes on at the end of the file. */
#define GO 9

static const char *directory;
static char copy[256];

static void act(const char *name)
{
	char link[512] = "", path[128], line[1024];
	struct stat file = {};
	int length;

	snprintf(path, sizeof(path), "/executable/%s", name);
	open(path, O_RDONLY);
	trigger__must(readlink("/proc/self/exe", link, sizeof(link) - 1), "read /proc/self/exe");
	trigger__must(stat("/proc/self/exe", &file), "stat /proc/self/exe");
	length = snprintf(line, sizeof(line), "{\"name\":\"%s\",\"pid\":%d,\"tid\":%d,\"link\":\"%s\",\"links\":%d}\n", name, getpid(), gettid(),
			  link, (int)file.st_nlink);
	trigger__must(write(1, line, length) == length ? 0 : -1, "tell");
}

static void make_copy(const char *path)
{
	int fd = trigger__must(open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0700), path);

	trigger__copy_self(fd);
	close(fd);
}

static void reap(pid_t child)
{
	int status = 0;

	trigger__must(waitpid(child, &status, 0), "wait for a child");
	trigger__must(status == 0 ? 0 : -1, "a child failed");
}

/* A copy that acts by the name; `before` says how: "now", "after" the end of the file GO, "deleted-" before either when its file has gone. */
static void become(const char *path, const char *before, const char *name)
{
	execl(path, path, "--act", before, name, (char *)0);
	_exit(126);
}

static pid_t start(const char *path, const char *before, const char *name)
{
	pid_t child = trigger__must(fork(), "fork");

	if (child == 0)
		become(path, before, name);
	return child;
}

static int copy_in_memory(const char *name)
{
	int fd = trigger__must(memfd_create(name, MFD_CLOEXEC), "memfd_create");

	trigger__copy_self(fd);
	return fd;
}

static void become_memory(int fd, const char *before, const char *name)
{
	char *const arguments[] = { "copy", "--act", (char *)before, (char *)name, 0 };

	syscall(SYS_execveat, fd, "", arguments, environ, AT_EMPTY_PATH);
	_exit(126);
}

static void await(int fd)
{
	char byte;

	trigger__must(read(fd, &byte, 1), "wait for the others");
	close(fd);
}

/* Started before the byte comes: a child that is the same program, one of a file that is gone, and one in memory. */
static int start_early(pid_t children[3])
{
	char path[300];
	int go[2], fd = copy_in_memory("early");

	trigger__must(pipe2(go, O_CLOEXEC), "pipe");
	snprintf(path, sizeof(path), "%s/early (deleted)", directory);
	make_copy(path);
	for (int i = 0; i < 3; i++) {
		children[i] = trigger__must(fork(), "fork");
		if (children[i] > 0)
			continue;
		close(go[1]);
		if (i == 0) {
			await(go[0]);
			act("early_child");
			_exit(0);
		}
		dup2(go[0], GO);
		if (i == 1)
			become(path, "deleted-after", "early_deleted");
		become_memory(fd, "after", "early_memory");
	}
	close(go[0]);
	close(fd);
	return go[1];
}

static void *thread_acts(void *name)
{
	act(name);
	return 0;
}

static void *thread_executes(void *name)
{
	become(copy, "now", name);
	return 0;
}

static void in_thread(void *(*body)(void *), char *name)
{
	pthread_t thread;

	trigger__must(pthread_create(&thread, 0, body, name) ? -1 : 0, "make a thread");
	pthread_join(thread, 0);
}

/* A grandchild that acts when its parent has gone. */
static void orphan(void)
{
	int alive[2], left[2];
	pid_t child;

	trigger__must(pipe(alive) | pipe(left), "pipe");
	child = trigger__must(fork(), "fork");
	if (child == 0) {
		if (fork() == 0) {
			close(left[1]);
			await(left[0]);
			act("orphan");
		}
		_exit(0);
	}
	close(alive[1]);
	close(left[0]);
	reap(child);
	close(left[1]);
	await(alive[0]);
}

static void script(void)
{
	char path[300], text[600];
	int fd, length;
	pid_t child;

	snprintf(path, sizeof(path), "%s/script", directory);
	length = snprintf(text, sizeof(text), "#!%s --script\n", copy);
	fd = trigger__must(open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0700), path);
	trigger__must(write(fd, text, length) == length ? 0 : -1, "write a script");
	close(fd);
	child = trigger__must(fork(), "fork");
	if (child == 0)
		become(path, "now", "script");
	reap(child);
	unlink(path);
}

static void spawned(void)
{
	char *const arguments[] = { "copy", "--act", "now", "spawned", 0 };
	pid_t child;

	trigger__must(posix_spawn(&child, copy, 0, 0, arguments, environ) ? -1 : 0, "spawn");
	reap(child);
}

/* Five programs of one process, one behind the other. */
static void chain(int left)
{
	char path[300], name[16], rest[16];

	snprintf(name, sizeof(name), "chain_%d", left);
	act(name);
	if (left == 0)
		exit(0);
	snprintf(path, sizeof(path), "%s/chain_%d", directory, left - 1);
	snprintf(rest, sizeof(rest), "%d", left - 1);
	make_copy(path);
	setenv("CHAIN", directory, 1);
	execl(path, path, "--chain", rest, (char *)0);
	_exit(126);
}

static void clean_chain(int length)
{
	char path[300];

	for (int i = 0; i < length; i++) {
		snprintf(path, sizeof(path), "%s/chain_%d", directory, i);
		unlink(path);
	}
}

/* As the program that another one executes. */
static void as_copy(int argc, char **argv)
{
	const char *before;

	if (trigger__has(argc, argv, "--chain")) {
		directory = getenv("CHAIN");
		chain(atoi(argv[2]));
	}
	if (trigger__has(argc, argv, "--script")) { /* --script FILE --act now NAME */
		act(argv[argc - 1]);
		exit(0);
	}
	if (!trigger__has(argc, argv, "--act"))
		return;
	before = argv[2];
	if (!strncmp(before, "deleted", 7))
		unlink(argv[0]);
	if (strstr(before, "after"))
		await(GO);
	act(argv[3]);
	exit(0);
}

int main(int argc, char **argv)
{
	pid_t early[3], child;
	char gone[300];
	int go, fd;

	as_copy(argc, argv);
	if (argc < 2)
		return 2;
	directory = argv[1];
	snprintf(copy, sizeof(copy), "%s/copy", directory);
	make_copy(copy);
	go = start_early(early);
	trigger__wait(0, argv);

	close(go);
	for (int i = 0; i < 3; i++)
		reap(early[i]);
	act("itself");
	in_thread(thread_acts, "thread");
	child = trigger__must(fork(), "fork");
	if (child == 0) {
		act("child");
		in_thread(thread_acts, "thread_of_child");
		become(copy, "now", "executed");
	}
	reap(child);
	child = trigger__must(fork(), "fork");
	if (child == 0)
		in_thread(thread_executes, "executed_by_thread");
	reap(child);
	snprintf(gone, sizeof(gone), "%s/gone", directory);
	make_copy(gone);
	reap(start(gone, "deleted-now", "deleted"));
	snprintf(gone, sizeof(gone), "%s/named (deleted)", directory);
	make_copy(gone);
	reap(start(gone, "now", "named_deleted"));
	unlink(gone);
	fd = copy_in_memory("copy in memory");
	child = trigger__must(fork(), "fork");
	if (child == 0)
		become_memory(fd, "now", "memory");
	reap(child);
	script();
	spawned();
	orphan();
	child = trigger__must(fork(), "fork");
	if (child == 0)
		chain(6);
	reap(child);
	clean_chain(6);
	unlink(copy);
	return 0;
}
