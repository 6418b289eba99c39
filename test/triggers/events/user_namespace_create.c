// SPDX-License-Identifier: Apache-2.0
#include "namespaces.h"

#include <sys/prctl.h>

static void told(long long made, long long parent, int level, int returned)
{
	expect("user_namespace_create");
	number("user_ns", made);
	number("parent_ns", parent);
	number("level", level);
	number("owner", 1000);
	number("group", 1001);
	finish(returned);
}

static void map(const char *path, const char *content)
{
	int fd = open(path, O_WRONLY);

	must(fd >= 0 && write(fd, content, strlen(content)) == (ssize_t)strlen(content) && close(fd) == 0, path);
}

/* Makes a user namespace, and one below it, which is refused as long as its maker has no id in the first. */
int main(void)
{
	long long initial, first;

	start();
	initial = namespace_number("user");
	must(setresgid(1001, 1001, 1001) == 0 && setresuid(1000, 1000, 1000) == 0 && prctl(PR_SET_DUMPABLE, 1) == 0, "become a user");
	must(unshare(CLONE_NEWUSER) == 0, "unshare");
	first = namespace_number("user");
	told(first, initial, 1, 0);

	must(unshare(CLONE_NEWUSER) < 0, "unshare without an id");
	told(0, first, 2, -errno);

	map("/proc/self/setgroups", "deny");
	map("/proc/self/gid_map", "0 1001 1");
	map("/proc/self/uid_map", "0 1000 1");
	must(unshare(CLONE_NEWUSER) == 0, "unshare");
	told(namespace_number("user"), first, 2, 0);
	return 0;
}
