/* SPDX-License-Identifier: GPL-2.0 */
/* A fair share of the bulk ring for every cgroup: one that floods is held back before it takes the room of the others. */
#pragma once

#include "count.h"
#include "maps.h"
#include "task.h"

static __always_inline enum ring_id ring__of(__u32 event)
{
	return control_events[event & (EVENT_IDS - 1)] ? RING_CONTROL : RING_BULK;
}

/* What was held back is produced and lost; who it was is told beside. */
static __always_inline void throttle__count(__u32 event, __u64 cgroup)
{
	struct event_counters *counted = bpf_map_lookup_elem(&counters, &event);
	struct throttled_key key = { .cgroup_id = cgroup, .event = event };
	__u64 *named = bpf_map_lookup_elem(&throttled, &key), none = 0;

	if (!named) {
		bpf_map_update_elem(&throttled, &key, &none, BPF_NOEXIST);
		named = bpf_map_lookup_elem(&throttled, &key);
	}
	if (named)
		COUNT(PROBE_TYPED, *named);
	if (counted) {
		COUNT(PROBE_TYPED, counted->produced);
		COUNT(PROBE_TYPED, counted->throttled);
	}
}

/*
 * Takes from the bucket of the current cgroup; whether there was nothing. The bucket is one number, the time at which all that was taken
 * is paid: taking is one addition without a lock. CPUs that find it in the past at once may set it twice, which gives away a record each.
 */
static __noinline int throttle__take(__u32 event)
{
	__u64 cgroup = task__cgroup_id(task__current()), now = bpf_ktime_get_boot_ns(), first = now + throttle_cost;
	__u64 *paid = bpf_map_lookup_elem(&throttle_paid, &cgroup), until;

	if (!paid) {
		bpf_map_update_elem(&throttle_paid, &cgroup, &first, BPF_ANY);
		return 0;
	}
	until = *(volatile __u64 *)paid;
	if (until < now) {
		*paid = first;
		return 0;
	}
	if (until - now < throttle_burst) {
		__sync_fetch_and_add(paid, throttle_cost);
		return 0;
	}
	throttle__count(event, cgroup);
	return 1;
}

/* Whether a record must not be made. Asks for nothing more than the ring's level while there is room for all. */
static __always_inline bool throttle__holds(__u32 event)
{
	if (!throttle_cost || ring__of(event) == RING_CONTROL)
		return false;
	return bpf_ringbuf_query(&bulk, BPF_RB_AVAIL_DATA) > throttle_above && throttle__take(event);
}
