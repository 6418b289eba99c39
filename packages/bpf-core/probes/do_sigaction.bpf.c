// SPDX-License-Identifier: GPL-2.0
#include "probe.h"

#define SIGNALS_MAX 64

enum signal_method {
	METHOD_DEFAULT = 0,
	METHOD_IGNORE = 1,
	METHOD_HANDLER = 2,
};

struct signal_action {
	__u64 handler, flags, mask;
};

static __always_inline void action__read(struct signal_action *to, struct k_sigaction *from)
{
	to->handler = (__u64)BPF_CORE_READ(from, sa.sa_handler);
	to->flags = BPF_CORE_READ(from, sa.sa_flags);
	to->mask = BPF_CORE_READ(from, sa.sa_mask.sig[0]);
}

static __always_inline __u8 action__method(const struct signal_action *action)
{
	return action->handler < METHOD_HANDLER ? action->handler : METHOD_HANDLER;
}

static __always_inline __u64 action__handler(const struct signal_action *action)
{
	return action->handler < METHOD_HANDLER ? 0 : action->handler;
}

/* The action is set and the one before is asked for; either may be null. */
ON_ENTRY(do_sigaction, do_sigaction, int signal, struct k_sigaction *action, struct k_sigaction *before)
{
	struct task_struct *task = task__current();
	struct scratch *scratch = record__begin(kind, task, EVENT_DO_SIGACTION, sizeof(struct do_sigaction_args));
	struct signal_action new = {}, old = {};
	struct do_sigaction_args *args;
	__u64 at = signal - 1;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	if (action)
		action__read(&new, action);
	if (before && at < SIGNALS_MAX)
		action__read(&old, (void *)BPF_CORE_READ(task, sighand) + bpf_core_field_offset(struct sighand_struct, action) +
					      at * bpf_core_type_size(struct k_sigaction));
	args->sig = signal;
	args->is_sa_initialized = action != 0;
	args->sa_flags = new.flags;
	args->sa_mask = new.mask;
	args->sa_handle_method = action__method(&new);
	args->sa_handler = action__handler(&new);
	args->is_old_sa_initialized = before != 0;
	args->old_sa_flags = old.flags;
	args->old_sa_mask = old.mask;
	args->old_sa_handle_method = action__method(&old);
	args->old_sa_handler = action__handler(&old);

	record__submit(kind, scratch);
	return 0;
}
