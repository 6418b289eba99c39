/* SPDX-License-Identifier: GPL-2.0 */
/* A probe is four paragraphs: filter (record__begin), fill (its arguments), text and bytes (blob.h), submit (record__submit). */
#pragma once

#include "arch.h"
#include "arguments.h"
#include "context.h"
#include "maps.h"
#include "scope.h"
#include "throttle.h"

/* The slot of programs that cannot be preempted. */
static __always_inline struct scratch *scratch__first(void)
{
	return scratch__at(bpf_get_smp_processor_id() * SCRATCH_SLOTS);
}

/*
 * A free slot, or null. The first slot needs no atomic instruction: what comes between its test and its store can only be an interrupt,
 * which has given it back when it returns.
 */
static __always_inline struct scratch *scratch__take(const enum probe_kind kind)
{
	__u32 first = bpf_get_smp_processor_id() * SCRATCH_SLOTS;
	struct scratch *free;

	if (kind != PROBE_TYPED) {
		free = scratch__at(first);
		if (!free || free->busy)
			return 0;
		free->busy = 1;
		free->index = first;
		return free;
	}
#ifdef TYPED
	for (__u32 slot = 1; slot < SCRATCH_SLOTS; slot++) {
		free = scratch__at(first + slot);
		if (!free)
			return 0;
		if (__sync_val_compare_and_swap(&free->busy, 0, 1))
			continue;
		free->index = first + slot;
		return free;
	}
#endif
	return 0;
}

static __always_inline void scratch__release(struct scratch *scratch)
{
	*(volatile __u32 *)&scratch->busy = 0;
}

static __always_inline struct event_context *record__context(struct scratch *scratch)
{
	return (void *)scratch->record;
}

static __always_inline void *record__args(struct scratch *scratch)
{
	return scratch->record + sizeof(struct event_context);
}

/* A record that had no place to be built. */
static __always_inline void record__lost(const enum probe_kind kind, __u32 event)
{
	struct event_counters *counted = bpf_map_lookup_elem(&counters, &event);

	if (!counted)
		return;
	COUNT(kind, counted->produced);
	COUNT(kind, counted->no_scratch);
}

/* Says of a record whose task is a worker of an io_uring whom it works for. A global function: verified once. */
__attribute__((noinline)) int record__attribute(__u32 index)
{
	struct scratch *scratch = scratch__at(index);
	struct task_struct *submitter;

	if (!scratch)
		return 0;
	record__context(scratch)->flags |= CONTEXT_IO_WORKER;
	submitter = worker__submitter(task__current());
	if (submitter)
		context__of_submitter(record__context(scratch), submitter);
	return 0;
}

/* A record with the context filled in, for the scopes that want it; null when there is no room to build it. */
static __always_inline struct scratch *record__open(const enum probe_kind kind, struct task_struct *task, __u32 event, __u32 args_size,
						    __u32 version, __u64 scopes)
{
	struct event_context *context;
	struct scratch *scratch = scratch__take(kind);

	if (!scratch) {
		record__lost(kind, event);
		return 0;
	}

	context = record__context(scratch);
	context__fill(context, task);
	context->event_id = event;
	context->flags = task__is_compat(task) ? CONTEXT_COMPAT : 0;
	context->ret = 0;
	context->syscall = kind == PROBE_TRACEPOINT ? -1 : current__syscall();
	context->scopes = scopes;
	context->filter_version = version;
	scratch->end = sizeof(*context) + args_size;
	scratch->always = 0;
	if (READ(task, flags) & PF_IO_WORKER)
		record__attribute(scratch->index);
	return scratch;
}

/* A record, or null when no scope wants the event. What is begun must be submitted or dropped. */
static __always_inline struct scratch *record__begin(const enum probe_kind kind, struct task_struct *task, __u32 event, __u32 args_size)
{
	__u32 version = filters__version();
	__u64 scopes = scope__match(task, version, event);

	return scopes && !throttle__holds(event) ? record__open(kind, task, event, args_size, version, scopes) : 0;
}

/* Likewise where the collector needs the record itself: without scopes it goes no further. */
static __always_inline struct scratch *record__begin_always(const enum probe_kind kind, struct task_struct *task, __u32 event,
							    __u32 args_size)
{
	__u32 version = filters__version();
	__u64 scopes = scope__match(task, version, event);
	struct scratch *scratch = record__open(kind, task, event, args_size, version, scopes);

	if (!scratch)
		return 0;
	scratch->always = 1;
	if (!scopes)
		record__context(scratch)->flags |= CONTEXT_INTERNAL;
	return scratch;
}

/* Gives up a record that turned out not to be wanted. */
static __always_inline void record__drop(struct scratch *scratch)
{
	scratch__release(scratch);
}

/*
 * A wake-up is the dearest part of a ring: a consumer that is busy needs none, one that sleeps has said so. Cleared here, so that a
 * burst wakes it once.
 */
static __always_inline __u64 ring__wakeup(void)
{
	if (!control.need_wakeup)
		return BPF_RB_NO_WAKEUP;
	control.need_wakeup = 0;
	return BPF_RB_FORCE_WAKEUP;
}

/*
 * The lane's next record number, with the lane in the highest bits. Every record that was built takes one, delivered or not, so that a gap
 * shows a loss where it happened. Not one number a CPU: of two programs on one CPU, the one that took the lower number may send its record
 * last; and not one for both rings: the reader of one does not know what the other holds.
 */
static __always_inline __u64 sequence__next(struct scratch *scratch, enum ring_id ring)
{
	return (__u64)(scratch->index % SCRATCH_SLOTS * RINGS + ring) << SEQUENCE_LANE_SHIFT | scratch->sequence[ring]++;
}

/* Whether there was room for it. */
static __always_inline bool ring__output(enum ring_id ring, void *data, __u32 length)
{
	__u64 wakeup = ring__wakeup();

	if (!(ring == RING_CONTROL ? bpf_ringbuf_output(&control_ring, data, length, wakeup)
				   : bpf_ringbuf_output(&bulk, data, length, wakeup)))
		return true;
	if (wakeup == BPF_RB_FORCE_WAKEUP)
		control.need_wakeup = 1; /* nobody was woken */
	return false;
}

/* Sends a record; one that the ring has no room for is counted. */
static __always_inline void record__send(const enum probe_kind kind, struct scratch *scratch, enum ring_id ring, __u32 length, struct event_counters *counted)
{
	if (!ring__output(ring, scratch->record, length))
		COUNT(kind, counted->ring_full);
}

static __always_inline void record__submit(const enum probe_kind kind, struct scratch *scratch)
{
	struct event_context *context = record__context(scratch);
	__u32 event = context->event_id;
	struct event_counters *counted = bpf_map_lookup_elem(&counters, &event);
	enum ring_id ring = ring__of(event);
	__u32 length = scratch->end;

	if (arguments__refuse(scratch))
		return record__drop(scratch);
	if (counted) {
		COUNT(kind, counted->produced);
		context->sequence = sequence__next(scratch, ring);
		if (length > RECORD_MAX)
			COUNT(kind, counted->too_large);
		else
			record__send(kind, scratch, ring, length, counted);
	}
	scratch__release(scratch);
}
