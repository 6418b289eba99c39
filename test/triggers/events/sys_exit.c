// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <sys/syscall.h>

/* A system call that nothing else here does, and that is refused. */
int main(void)
{
	start();
	must(syscall(SYS_acct, "/nowhere") == -1 && errno == ENOENT, "acct");

	expect("sys_exit");
	number("syscall", SYS_acct);
	finish(-ENOENT);
	return 0;
}
