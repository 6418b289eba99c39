// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <sys/mman.h>

#define CAP_SYS_CHROOT 18
#define CAP_SYS_ADMIN 21

/* Needs two capabilities, once each. Mapping memory asks for one of them too, in secret: that is not reported. */
int main(void)
{
	start();
	must(mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED, "mmap");
	must(unshare(CLONE_NEWUTS) == 0 && chroot("/") == 0, "unshare, chroot");

	expect("cap_capable");
	number("cap", CAP_SYS_ADMIN);
	finish(0);
	expect("cap_capable");
	number("cap", CAP_SYS_CHROOT);
	finish(0);
	return 0;
}
