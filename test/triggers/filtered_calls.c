// SPDX-License-Identifier: Apache-2.0
/*
 * The same calls by two processes, for filters to choose from: this one, and a child of another name and user. Prints {"pid", "uid",
 * "comm", "calls"} for each: what it is, and how many calls of each kind it made.
 */
#include "trigger.h"
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>

/* Options that prctl does not have. */
#define OPTION 0x746300

struct counts {
	int openat, close, prctl, lseek, unlinkat;
};

static void opens(struct counts *counts)
{
	static char longest[700], deep[300];
	const char *paths[] = {
		"/dev/null", "/dev/nullx", "/dev/nul", "/dev/zero", "/etc/passwd", "/etc/hostname", "/etc", "/", "", "relative/name",
		"/tmp/\xff\xfe", "/usr/lib/x.so", "/usr/lib/x.so.1", "/proc/self/status", longest, deep,
	};
	const int flags[] = { O_RDONLY, O_WRONLY | O_CLOEXEC, O_RDWR | O_NOFOLLOW, O_RDONLY | O_DIRECTORY | O_CLOEXEC };

	for (int i = 0; i < 699; i++)
		longest[i] = i % 9 ? 'a' + i % 26 : '/';
	memset(deep, 'd', sizeof(deep) - 1);
	memcpy(deep, "/nowhere/", 9);
	memcpy(deep + sizeof(deep) - 5, ".end", 4);
	for (unsigned i = 0; i < sizeof(paths) / sizeof(*paths); i++) {
		for (unsigned k = 0; k < sizeof(flags) / sizeof(*flags); k++, counts->openat++) {
			long fd = syscall(SYS_openat, AT_FDCWD, paths[i], flags[k], 0600 + k);

			if (fd >= 0) {
				syscall(SYS_close, fd);
				counts->close++;
			}
		}
	}
	syscall(SYS_openat, AT_FDCWD, (char *)8, O_RDONLY, 0); /* not readable */
	syscall(SYS_openat, -5, "relative/name", O_RDONLY, 0);
	counts->openat += 2;
}

static void act(const char *name, int uid)
{
	const long numbers[] = { 0, 1, -1, 7, 1000, 1 << 20, 0x7fffffff, 0x80000000l, 0x123456789abl, -0x123456789abl };
	struct counts counts = {};
	char comm[16] = {};

	prctl(PR_SET_NAME, name);
	opens(&counts);
	for (unsigned i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
		syscall(SYS_close, 5000 + i * 100);
		syscall(SYS_close, -1 - (int)i);
		syscall(SYS_prctl, OPTION + i, numbers[i], numbers[9 - i], ~numbers[i], 0);
		syscall(SYS_lseek, 0, numbers[i], i % 3);
		counts.close += 2;
		counts.prctl++;
		counts.lseek++;
	}
	syscall(SYS_unlinkat, AT_FDCWD, "/nowhere/at/all", 0);
	syscall(SYS_unlinkat, AT_FDCWD, "/nowhere/at/all", AT_REMOVEDIR);
	counts.unlinkat += 2;
	prctl(PR_GET_NAME, comm);
	counts.prctl += 2;
	printf("{\"pid\": %d, \"uid\": %d, \"comm\": \"%s\", \"calls\": {\"openat\": %d, \"close\": %d, \"prctl\": %d, \"lseek\": %d, \"unlinkat\": %d}}\n",
	       getpid(), uid, comm, counts.openat, counts.close, counts.prctl, counts.lseek, counts.unlinkat);
	fflush(stdout);
}

int main(int argc, char **argv)
{
	trigger__wait(argc, argv);
	if (!trigger__must(fork(), "fork")) {
		syscall(SYS_setuid, 1234);
		act("filtered_child", 1234);
		_exit(0);
	}
	wait(0);
	act("filtered_calls", getuid());
	return 0;
}
