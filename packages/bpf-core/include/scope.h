/* SPDX-License-Identifier: GPL-2.0 */
/* Which scopes want an event of a task: a bit for each, 64 at most. Decided before anything is filled in. */
#pragma once

#include "io_worker.h"
#include "maps.h"
#include "task.h"

/* Version of the filters in force; asked once an event, so that one version decides all of it. */
static __always_inline __u32 filters__version(void)
{
	return *(volatile __u32 *)&control.version;
}

static __always_inline struct filter_bank *filters__bank(__u32 version)
{
	return &control.banks[version & (FILTER_BANKS - 1)];
}

/* Scopes that select the event. */
static __always_inline __u64 scope__selected(__u32 version, __u32 event)
{
	return filters__bank(version)->event_scopes[event & (EVENT_IDS - 1)];
}

/* Scopes left after one filter: those without it, those whose answer for a listed key is yes, those that take what is not listed. */
static __always_inline __u64 scope__filter(__u64 scopes, const struct scope_filter *filter, struct scope_bits *bits)
{
	__u64 listed = bits ? bits->listed : 0;
	__u64 match = bits ? bits->match : 0;

	return scopes & (~filter->enabled | (listed & match) | (~listed & filter->pass));
}

/*
 * Scopes whose range the number lies in: the last interval that begins at or before it. Without a branch: the verifier would follow both
 * ways of each of the eight steps, in every program.
 */
static __always_inline __u64 ranges__match(__u32 place, __u32 value)
{
	struct number_ranges *ranges = bpf_map_lookup_elem(&filter_ranges, &place);
	__u32 at = 0;

	if (!ranges)
		return 0;
#pragma unroll
	for (__u32 step = RANGES_MAX / 2; step; step /= 2) {
		__u64 past = (__u64)value - ranges->starts[(at + step) & (RANGES_MAX - 1)]; /* highest bit set: it begins behind the value */

		barrier_var(past); /* or the compiler makes a branch of it, */
		past >>= 63;
		barrier_var(past); /* in either step */
		at += (past ^ 1) * step;
	}
	return ranges->match[at & (RANGES_MAX - 1)];
}

static __always_inline __u64 scope__number(__u64 scopes, const struct filter_bank *bank, __u32 version, enum filter_field field, __u32 value)
{
	const struct scope_filter *filter = &bank->filters[field];
	struct number_key key = { .place = FILTER_PLACE(version & 1, field), .value = value };
	struct scope_bits *bits = bpf_map_lookup_elem(&filter_numbers, &key);
	struct scope_bits ranged = {};

	if (!bits && (scopes & filter->ranged)) {
		ranged.listed = filter->ranged;
		ranged.match = ranges__match(key.place, value);
		bits = &ranged;
	}
	return scope__filter(scopes, filter, bits);
}

static __always_inline __u64 scope__name(__u64 scopes, const struct filter_bank *bank, enum filter_field field, const struct name_key *key)
{
	return scope__filter(scopes, &bank->filters[field], bpf_map_lookup_elem(&filter_names, key));
}

/* The name that events of the task have: of a worker of an io_uring, that of whom it works for. */
static __noinline int task__name(char name[16])
{
	struct task_struct *task = task__current(), *submitter;

	bpf_get_current_comm(name, 16);
	if (READ(task, flags) & PF_IO_WORKER) {
		submitter = worker__submitter(task);
		if (submitter)
			bpf_core_read(name, 16, &submitter->comm);
	}
	return 0;
}

#define scope__has(scopes, field) ((scopes) & bank->filters[field].enabled)

/* The filters that few have: a function of its own keeps the others short. */
static __noinline __u64 scope__rare(__u64 scopes, __u32 version)
{
	struct filter_bank *bank = filters__bank(version);
	struct task_struct *task = task__current();
	struct nsproxy *namespaces = READ(task, nsproxy);

	if (scope__has(scopes, FILTER_MNTNS) && namespaces)
		scopes = scope__number(scopes, bank, version, FILTER_MNTNS, READ(namespaces, mnt_ns, ns.inum));
	if (scope__has(scopes, FILTER_PIDNS) && namespaces)
		scopes = scope__number(scopes, bank, version, FILTER_PIDNS, READ(namespaces, pid_ns_for_children, ns.inum));
	if (scope__has(scopes, FILTER_UTS) && namespaces) {
		struct name_key key = { .place = FILTER_PLACE(version & 1, FILTER_UTS) };

		bpf_probe_read_kernel(key.value, sizeof(key.value),
				      (void *)READ(namespaces, uts_ns) + bpf_core_field_offset(struct uts_namespace, name.nodename));
		scopes = scope__name(scopes, bank, FILTER_UTS, &key);
	}
	if (scope__has(scopes, FILTER_CGROUP)) {
		struct cgroup_key key = { .bank = version & 1, .value = task__cgroup_id(task) };

		scopes = scope__filter(scopes, &bank->filters[FILTER_CGROUP], bpf_map_lookup_elem(&filter_cgroups, &key));
	}
	if (scope__has(scopes, FILTER_EXEC)) {
		struct file *file = BPF_CORE_READ(task, mm, exe_file);
		struct file_key key = {
			.bank = version & 1,
			.dev = BPF_CORE_READ(file, f_inode, i_sb, s_dev),
			.inode = BPF_CORE_READ(file, f_inode, i_ino),
		};

		scopes = scope__filter(scopes, &bank->filters[FILTER_EXEC], bpf_map_lookup_elem(&filter_executables, &key));
	}
	if (scope__has(scopes, FILTER_NEW_PROCESS)) {
		const struct scope_filter *filter = &bank->filters[FILTER_NEW_PROCESS];
		bool fresh = READ(task, group_leader, start_boottime) > control.started;

		scopes &= ~filter->enabled | (fresh ? ~filter->pass : filter->pass);
	}
	return scopes;
}

/* Scopes whose context filters take the current task. */
static __always_inline __u64 scope__of_task(__u64 scopes, __u32 version, struct task_struct *task)
{
	struct filter_bank *bank = filters__bank(version);
	__u32 pid = READ(task, tgid);

	if (scope__has(scopes, FILTER_TREE)) {
		struct process_key key = { .bank = version & 1, .pid = pid };

		scopes = scope__filter(scopes, &bank->filters[FILTER_TREE], bpf_map_lookup_elem(&tree, &key));
	}
	if (scope__has(scopes, FILTER_PID))
		scopes = scope__number(scopes, bank, version, FILTER_PID, pid);
	if (scope__has(scopes, FILTER_UID))
		scopes = scope__number(scopes, bank, version, FILTER_UID, READ(task, cred, uid.val));
	if (scope__has(scopes, FILTER_COMM)) {
		struct name_key key = { .place = FILTER_PLACE(version & 1, FILTER_COMM) };

		task__name(key.value);
		scopes = scope__name(scopes, bank, FILTER_COMM, &key);
	}
	if (scopes & (bank->filters[FILTER_MNTNS].enabled | bank->filters[FILTER_PIDNS].enabled | bank->filters[FILTER_UTS].enabled |
		      bank->filters[FILTER_CGROUP].enabled | bank->filters[FILTER_EXEC].enabled |
		      bank->filters[FILTER_NEW_PROCESS].enabled))
		scopes = scope__rare(scopes, version);
	return scopes;
}

/* Scopes that follow the task because an ancestor of it matched. */
static __always_inline __u64 scope__followed(__u32 version, struct task_struct *task)
{
	struct process_key key = { .bank = version & 1, .pid = READ(task, tgid) };
	__u64 *scopes = filters__bank(version)->follow ? bpf_map_lookup_elem(&followed, &key) : 0;

	return scopes ? *scopes : 0;
}

/* Scopes that select the event and take the task; 0 for the collector itself. */
static __always_inline __u64 scope__match(struct task_struct *task, __u32 version, __u32 event)
{
	__u64 selected = scope__selected(version, event);
	__u32 pid;

	if (!selected)
		return 0;
	pid = READ(task, tgid);
	if (pid == control.self || (control.reader && pid == control.reader))
		return 0;
	return scope__of_task(selected, version, task) | (scope__followed(version, task) & selected);
}
