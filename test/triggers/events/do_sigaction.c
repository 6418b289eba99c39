// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <signal.h>
#include <sys/syscall.h>

/* As the kernel takes it, without the C library's own flag and trampoline. */
struct kernel_action {
	void *handler;
	unsigned long flags;
	void *restorer;
	unsigned long mask;
};

static void handle(int signal)
{
	(void)signal;
}

static void action(const char *prefix, const struct kernel_action *given)
{
	static const char *const parts[] = { "flags", "mask", "handle_method", "handler" };
	static const struct kernel_action nothing;
	const struct kernel_action *of = given ? given : &nothing;
	int own = of->handler != SIG_DFL && of->handler != SIG_IGN;
	long values[] = { of->flags, of->mask, own ? 2 : (long)of->handler, own ? (long)of->handler : 0 };
	char name[32];

	snprintf(name, sizeof(name), "is_%ssa_initialized", prefix);
	key(name);
	printf(given ? "true" : "false");
	for (int i = 0; i < 4; i++) {
		snprintf(name, sizeof(name), "%ssa_%s", prefix, parts[i]);
		number(name, values[i]);
	}
}

/* Sets a handler, asks for it, and ignores the signal while asking what was. */
int main(void)
{
	struct kernel_action handler = { handle, SA_RESTART | SA_NODEFER, NULL, 1UL << (SIGUSR2 - 1) };
	struct kernel_action ignore = { SIG_IGN, 0, NULL, 0 }, before;
	const struct kernel_action *given[] = { &handler, NULL, &ignore };

	start();
	for (int i = 0; i < 3; i++)
		must(syscall(SYS_rt_sigaction, SIGUSR1, given[i], i ? &before : NULL, 8) == 0, "rt_sigaction");

	for (int i = 0; i < 3; i++) {
		expect("do_sigaction");
		number("sig", SIGUSR1);
		action("", given[i]);
		action("old_", i ? &handler : NULL);
		finish(0);
	}
	return 0;
}
