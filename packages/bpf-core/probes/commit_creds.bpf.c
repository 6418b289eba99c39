// SPDX-License-Identifier: GPL-2.0
#include "credentials.h"

ON_ENTRY(commit_creds, commit_creds, const struct cred *new)
{
	struct task_struct *task = task__current();
	struct scratch *scratch = record__begin(kind, task, EVENT_COMMIT_CREDS, sizeof(struct commit_creds_args));
	struct cred_args before = {}, after = {};
	struct commit_creds_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	cred__fill(&before, BPF_CORE_READ(task, real_cred));
	cred__fill(&after, new);
	if (cred__same_rights(&before, &after)) {
		record__drop(scratch);
		return 0;
	}

	blob__bytes(scratch, &args->old_cred, &before, sizeof(before));
	blob__bytes(scratch, &args->new_cred, &after, sizeof(after));

	record__submit(kind, scratch);
	return 0;
}
