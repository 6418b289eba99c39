// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <linux/acct.h>
#include <sys/wait.h>

/*
 * Process accounting: the kernel writes a record to the file when a process ends. It does so through a mount of its own, which is on no
 * other, so that the path is that inside the file system.
 */
int main(void)
{
	struct stat st;
	pid_t child;

	work_directory();
	must(mkdir("mnt", 0755) == 0 && mount("none", "mnt", "tmpfs", 0, "") == 0, "mount");
	make_file("mnt/accounts", "");
	st = look("mnt/accounts");
	must(acct("mnt/accounts") == 0, "acct");
	child = fork();
	if (child == 0)
		_exit(0);
	must(waitpid(child, NULL, 0) == child, "waitpid");
	must(acct(NULL) == 0, "acct");

	expect("__kernel_write");
	text("pathname", "/accounts");
	number("dev", device(st.st_dev));
	number("inode", st.st_ino);
	number("count", sizeof(struct acct_v3));
	number("pos", 0);
	finish(sizeof(struct acct_v3));
	return 0;
}
