// SPDX-License-Identifier: GPL-2.0
/*
 * Keeps `tree` and `followed` true: a new process belongs where its parent does. Fork attaches before all probes, free after them.
 *
 * An entry stays until the process is freed: at exit, threads of one process come in any order, and several of them may find that no
 * other is alive. By then the number may belong to another process, so `tree_started` says whose the entry is.
 */
#include "scope.h"

/* Host process id: start of the process that the entries of `tree` and `followed` were made for at fork. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, TRACKED_PROCESSES);
	__type(key, __u32);
	__type(value, __u64);
} tree_started SEC(".maps");

static __always_inline void tree__forget(__u32 pid)
{
	for (__u32 bank = 0; bank < FILTER_BANKS; bank++) {
		struct process_key key = { .bank = bank, .pid = pid };

		bpf_map_delete_elem(&tree, &key);
		bpf_map_delete_elem(&followed, &key);
	}
	bpf_map_delete_elem(&tree_started, &pid);
}

/* Enters a new process where its parent is, in one bank of the filters; whether there was anything to enter. */
static __always_inline bool tree__inherit(__u32 bank, struct task_struct *parent, struct task_struct *child)
{
	struct process_key from = { .bank = bank, .pid = READ(parent, tgid) }, to = { .bank = bank, .pid = READ(child, tgid) };
	struct scope_bits *inherited = bpf_map_lookup_elem(&tree, &from);
	__u64 follow = filters__bank(bank)->follow, scopes = 0;

	if (inherited) {
		struct scope_bits copy = *inherited;

		bpf_map_update_elem(&tree, &to, &copy, BPF_ANY);
	}
	if (follow) {
		scopes = (scope__of_task(follow, bank, PLAIN(parent)) & follow) | scope__followed(bank, parent);
		if (scopes)
			bpf_map_update_elem(&followed, &to, &scopes, BPF_ANY);
	}
	return inherited || scopes;
}

TRACEPOINT(sched_process_fork)
int BPF_PROG(tree_fork, struct task_struct *parent, struct task_struct *child)
{
	__u32 from = READ(parent, tgid), to = READ(child, tgid);
	bool first, second;
	__u64 started;

	if (from == to)
		return 0;
	tree__forget(to);
	first = tree__inherit(0, parent, child);
	second = tree__inherit(1, parent, child);
	if (first || second) {
		started = READ(child, start_boottime);
		bpf_map_update_elem(&tree_started, &to, &started, BPF_ANY);
	}
	return 0;
}

TRACEPOINT(sched_process_free)
int BPF_PROG(tree_free, struct task_struct *task)
{
	__u32 pid = READ(task, tgid);
	__u64 *started;

	if (READ(task, pid) != pid)
		return 0;
	started = bpf_map_lookup_elem(&tree_started, &pid);
	if (!started || *started == READ(task, start_boottime))
		tree__forget(pid);
	return 0;
}
