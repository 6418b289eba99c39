// SPDX-License-Identifier: Apache-2.0
#include "mapping_truth.h"

/* mov $SYS_getppid, %eax; syscall; ret */
static const unsigned char code[] = { 0xb8, SYS_getppid, 0, 0, 0, 0x0f, 0x05, 0xc3 };

/* The same call twice out of memory: it is reported once. */
int main(void)
{
	char *memory = lone_memory(PROT_READ | PROT_WRITE | PROT_EXEC);

	start();
	memcpy(memory, code, sizeof(code));
	must(((int (*)(void))memory)() == getppid() && ((int (*)(void))memory)() == getppid(), "injected code");

	expect("suspicious_syscall_source");
	number("syscall", SYS_getppid);
	address("ip", (unsigned long)memory + 7);
	text("vma_type", "anonymous");
	address("vma_start", (unsigned long)memory);
	number("vma_size", AREA);
	number("vma_flags", mapping_flags(memory));
	finish(0);
	return 0;
}
