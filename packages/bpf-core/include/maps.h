/* SPDX-License-Identifier: GPL-2.0 */
#pragma once

#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#include "events.gen.h"
#include "record.h"

#define TRACKED_PROCESSES 65536
#define FILTER_KEYS 16384
#define FILTER_TEXTS 65536
#define THROTTLED_CGROUPS 4096

struct control control;

const volatile __u64 schema_fingerprint = SCHEMA_FINGERPRINT;

/* Set by the collector: environments are long and may hold secrets, so they are sent on request only. */
const volatile __u8 exec_env = 0;

/* By event, set by the collector: 1 where its records go into the control ring. */
const volatile __u8 control_events[EVENT_IDS] = {};

/*
 * The share of a cgroup in the bulk ring while that holds more than `throttle_above` bytes, set by the collector: ns that a record costs
 * (0: nobody is throttled), and how many ns a cgroup may be ahead.
 */
const volatile __u64 throttle_cost = 0;
const volatile __u64 throttle_burst = 0;
const volatile __u64 throttle_above = 0;

/* Keeps the BTF of every argument struct in the object, for the check against the definitions. */
enum event_id *event_id__witness __attribute__((weak));
union event_args *event_args__witness __attribute__((weak));
struct event_context *event_context__witness __attribute__((weak));
struct scratch *scratch__witness __attribute__((weak));

/* Size is set by the collector. */
struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 32 << 20);
} bulk SEC(".maps");

/* Size is set by the collector. */
struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 4 << 20);
} control_ring SEC(".maps");

/* By cgroup: ns since boot at which what it was given is paid. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, THROTTLED_CGROUPS);
	__type(key, __u64);
	__type(value, __u64);
} throttle_paid SEC(".maps");

/* Who was held back. Full: counted without a name. */
struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_HASH);
	__uint(max_entries, THROTTLED_CGROUPS);
	__type(key, struct throttled_key);
	__type(value, __u64);
} throttled SEC(".maps");

/* No program uses it: it lies here for others to look at, and goes with the programs. */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(map_flags, BPF_F_MMAPABLE);
	__uint(max_entries, CGROUP_COUNTS);
	__type(key, __u32);
	__type(value, struct cgroup_count);
} cgroup_counts SEC(".maps");

/* SCRATCH_SLOTS elements for each possible CPU: the size is set by the collector. Not a per-CPU map: those hold at most 32 KiB a value. */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, SCRATCH_SLOTS);
	__type(key, __u32);
	__type(value, struct scratch);
} scratch SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, EVENT_IDS);
	__type(key, __u32);
	__type(value, struct event_counters);
} counters SEC(".maps");

/* uid, pid and the numbers of namespaces. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, FILTER_KEYS);
	__type(key, struct number_key);
	__type(value, struct scope_bits);
} filter_numbers SEC(".maps");

/* By FILTER_PLACE. */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, FILTER_FIELDS * FILTER_BANKS);
	__type(key, __u32);
	__type(value, struct number_ranges);
} filter_ranges SEC(".maps");

/* comm, padded with NUL, and uts, its first 16 bytes. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, FILTER_KEYS);
	__type(key, struct name_key);
	__type(value, struct scope_bits);
} filter_names SEC(".maps");

/* Cgroup v2 ids. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, FILTER_KEYS);
	__type(key, struct cgroup_key);
	__type(value, struct scope_bits);
} filter_cgroups SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, FILTER_KEYS);
	__type(key, struct file_key);
	__type(value, struct scope_bits);
} filter_executables SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1 + ARGUMENT_EVENTS * FILTER_BANKS);
	__type(key, __u32);
	__type(value, struct argument_tests);
} argument_tests SEC(".maps");

/* Numbers that arguments are compared with. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, FILTER_KEYS);
	__type(key, struct value_key);
	__type(value, struct value_bits);
} filter_values SEC(".maps");

/* Texts that arguments begin with, or, from behind, end with. A longer text has the bits of the shorter ones that it begins with. */
struct {
	__uint(type, BPF_MAP_TYPE_LPM_TRIE);
	__uint(map_flags, BPF_F_NO_PREALLOC);
	__uint(max_entries, FILTER_TEXTS);
	__type(key, struct text_key);
	__type(value, struct value_bits);
} filter_texts SEC(".maps");

/* The trees a process belongs to. Children inherit at fork. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, TRACKED_PROCESSES);
	__type(key, struct process_key);
	__type(value, struct scope_bits);
} tree SEC(".maps");

/* Scopes that follow a process because an ancestor matched. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, TRACKED_PROCESSES);
	__type(key, struct process_key);
	__type(value, __u64);
} followed SEC(".maps");
