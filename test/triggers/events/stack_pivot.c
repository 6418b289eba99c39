// SPDX-License-Identifier: Apache-2.0
#include "mapping_truth.h"

#include <pthread.h>

/* On the stack of a thread, which is one too. */
static void *in_thread(void *unused)
{
	getppid();
	return unused;
}

/* One system call with the stack pointer in memory that is no stack, beside calls of a thread on its own. */
int main(void)
{
	char *memory = lone_memory(PROT_READ | PROT_WRITE), *top = memory + AREA / 2;
	pthread_t thread;
	long result = SYS_getppid;

	memset(memory, 1, AREA);
	start();
	must(pthread_create(&thread, NULL, in_thread, NULL) == 0 && pthread_join(thread, NULL) == 0, "thread");
	__asm__ volatile("mov %%rsp, %%rbx; mov %[top], %%rsp; syscall; mov %%rbx, %%rsp"
			 : "+a"(result)
			 : [top] "r"(top)
			 : "rbx", "rcx", "r11", "memory");
	must(result == getppid(), "getppid");

	expect("stack_pivot");
	number("syscall", SYS_getppid);
	address("sp", (unsigned long)top);
	text("vma_type", "anonymous");
	address("vma_start", (unsigned long)memory);
	number("vma_size", AREA);
	number("vma_flags", mapping_flags(memory));
	finish(0);
	return 0;
}
