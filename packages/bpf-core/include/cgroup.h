/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the events of cgroups share. The collector names containers by their cgroups, so it must see each cgroup come and go whether or
 * not a scope asks for the event: such a record goes out with no scope, marked CONTEXT_INTERNAL, and ends in the collector.
 */
#pragma once

#include "blob.h"
#include "probe.h"

static __always_inline bool cgroup__tells_containers(struct cgroup *cgroup)
{
	return READ(PLAIN(cgroup), root, hierarchy_id) == cgroup_hierarchy;
}

/* A record that the collector needs where the cgroup tells a container. */
static __always_inline struct scratch *cgroup__begin(const enum probe_kind kind, struct cgroup *cgroup, __u32 event, __u32 args_size)
{
	if (cgroup__tells_containers(cgroup))
		return record__begin_always(kind, task__current(), event, args_size);
	return record__begin(kind, task__current(), event, args_size);
}

/*
 * Which container a new cgroup is of, and what that is called, the collector says. Until it has, every filter on containers takes the
 * cgroup, and the collector decides record by record. In both banks: it may be writing the other one, and has looked at the cgroups
 * already. Not for scopes that follow: children would stay what their parent was only taken for.
 */
static __always_inline void cgroup__take(struct cgroup *cgroup)
{
	for (__u32 bank = 0; bank < FILTER_BANKS; bank++) {
		struct cgroup_key key = { .bank = bank, .value = READ(PLAIN(cgroup), kn, id) };
		__u64 scopes = ~control.banks[bank].follow;
		struct scope_bits bits = { .match = scopes, .listed = scopes };

		bpf_map_update_elem(&filter_cgroups, &key, &bits, BPF_ANY);
	}
}

/* A cgroup that goes has no task any more. */
static __always_inline void cgroup__drop(struct cgroup *cgroup)
{
	for (__u32 bank = 0; bank < FILTER_BANKS; bank++) {
		struct cgroup_key key = { .bank = bank, .value = READ(PLAIN(cgroup), kn, id) };

		bpf_map_delete_elem(&filter_cgroups, &key);
	}
}

#define CGROUP_IDENTIFY(args, cgroup)                                               \
	({                                                                          \
		(args)->cgroup_id = READ(PLAIN(cgroup), kn, id);                    \
		(args)->hierarchy_id = READ(PLAIN(cgroup), root, hierarchy_id);     \
	})
