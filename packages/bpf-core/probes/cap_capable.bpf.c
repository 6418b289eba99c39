// SPDX-License-Identifier: GPL-2.0
#include "probe.h"

#define CAP_OPT_NOAUDIT 2

ON_ENTRY(cap_capable, cap_capable, const struct cred *cred, struct user_namespace *target, int capability, unsigned int options)
{
	struct scratch *scratch;
	struct cap_capable_args *args;

	if (options & CAP_OPT_NOAUDIT)
		return 0;
	scratch = record__begin(kind, task__current(), EVENT_CAP_CAPABLE, sizeof(*args));
	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->cap = capability;

	record__submit(kind, scratch);
	return 0;
}
