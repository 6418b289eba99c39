// SPDX-License-Identifier: GPL-2.0
#include "blob.h"
#include "probe.h"

/* The vectors are the kernel's: pointers to pointers, which no typed program may take. */
ON_ENTRY_KPROBE(call_usermodehelper, call_usermodehelper, const char *path, char **argv, char **envp, int wait)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_CALL_USERMODEHELPER, sizeof(struct call_usermodehelper_args));
	struct call_usermodehelper_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->wait = wait;

	blob__text(scratch, &args->pathname, path);
	blob__strings(scratch, &args->argv, argv);
	blob__strings(scratch, &args->envp, envp);

	record__submit(kind, scratch);
	return 0;
}
