// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <sys/mman.h>

static void alert(int number_of_alert, void *addr, int prot, int prev_prot)
{
	expect("mem_prot_alert");
	number("alert", number_of_alert);
	number("addr", (long)addr);
	number("len", 4096);
	number("prot", prot);
	number("prev_prot", prev_prot);
	text("pathname", NULL);
	number("dev", 0);
	number("inode", 0);
	number("ctime", 0);
	finish(0);
}

/* Each alert once, on memory of its own. */
int main(void)
{
	const int rw = PROT_READ | PROT_WRITE, rx = PROT_READ | PROT_EXEC, rwx = rw | PROT_EXEC, flags = MAP_PRIVATE | MAP_ANONYMOUS;
	void *both, *memory;

	start();
	both = mmap((void *)0x20000000, 4096, rwx, flags, -1, 0);
	memory = mmap(NULL, 4096, rw, flags, -1, 0);
	must(both != MAP_FAILED && memory != MAP_FAILED, "mmap");
	must(mprotect(memory, 4096, rx) == 0 && mprotect(memory, 4096, rwx) == 0 && mprotect(both, 4096, rx) == 0, "mprotect");

	alert(1, (void *)0x20000000, rwx, 0);
	alert(2, memory, rx, rw);
	alert(3, memory, rwx, rx);
	alert(4, both, rx, rwx);
	return 0;
}
