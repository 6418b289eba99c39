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
	return READ(cgroup, root, hierarchy_id) == cgroup_hierarchy;
}

/* A record that the collector needs where the cgroup tells a container. */
static __always_inline struct scratch *cgroup__begin(const enum probe_kind kind, struct cgroup *cgroup, __u32 event, __u32 args_size)
{
	if (cgroup__tells_containers(cgroup))
		return record__begin_always(kind, task__current(), event, args_size);
	return record__begin(kind, task__current(), event, args_size);
}

#define CGROUP_IDENTIFY(args, cgroup)                                               \
	({                                                                          \
		(args)->cgroup_id = READ(cgroup, kn, id);                           \
		(args)->hierarchy_id = READ(cgroup, root, hierarchy_id);            \
	})
