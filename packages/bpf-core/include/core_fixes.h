/* SPDX-License-Identifier: GPL-2.0 */
/* What changed between kernels, each with the commit that changed it and its first release. */
#pragma once

#include "kernel.h"
#include "read.h"

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpadded" /* partial types, not layouts */
#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)

struct inode___6_6 {
	struct timespec64 __i_ctime;
};

struct inode___6_11 {
	time64_t i_ctime_sec;
	__u32 i_ctime_nsec;
};

struct vfsmount___5_12 {
	void *mnt_userns;
};

struct vfsmount___6_2 {
	void *mnt_idmap;
};

struct mm_struct___5_10 {
	struct rb_root mm_rb;
};

struct vm_area_struct___5_10 {
	struct rb_node vm_rb;
};

struct trace_event_call___5_10 {
	void *filter;
};

struct trace_event_call___5_15 {
	void *module;
};

#pragma clang attribute pop
#pragma clang diagnostic pop

/*
 * Change time of an inode in nanoseconds. i_ctime became __i_ctime in 13bc24457850 (6.6) and two fields in 3aa63a569c64 (6.11); the
 * highest bit of the nanoseconds is a mark of multigrain timestamps since 4e40eff0b573 (6.13).
 */
#define CTIME_QUERIED (1U << 31)

static __always_inline __u64 inode__ctime(const enum probe_kind kind, struct inode *inode)
{
	struct inode___6_11 *late = (void *)inode;
	struct inode___6_6 *middle = (void *)inode;

	if (bpf_core_field_exists(late->i_ctime_sec))
		return LOAD(late, i_ctime_sec) * 1000000000ULL + (LOAD(late, i_ctime_nsec) & ~CTIME_QUERIED);
	if (bpf_core_field_exists(middle->__i_ctime))
		return LOAD(middle, __i_ctime.tv_sec) * 1000000000ULL + LOAD(middle, __i_ctime.tv_nsec);
	return LOAD(inode, i_ctime.tv_sec) * 1000000000ULL + LOAD(inode, i_ctime.tv_nsec);
}

/* Whether functions of the file system take the mount's id mapping first: a6435940b62f (5.12), and 256c8aed2b42 (6.2) under another type. */
static __always_inline bool vfsmount__has_idmap(void)
{
	return bpf_core_field_exists(((struct vfsmount___5_12 *)0)->mnt_userns) || bpf_core_field_exists(((struct vfsmount___6_2 *)0)->mnt_idmap);
}

/* do_mmap takes vm_flags before pgoff since 592b5fad1677 (6.6), which left no other trace in the types than the release it is in. */
static __always_inline bool do_mmap__has_vm_flags(void)
{
	return bpf_core_field_exists(((struct inode___6_6 *)0)->__i_ctime) || bpf_core_field_exists(((struct inode___6_11 *)0)->i_ctime_sec);
}

/*
 * Bits of trace_event_call.flags, whose numbers have no name that could be relocated. FILTERED, the first, went with the member `filter` in
 * 49e4154f4b16 (6.13; stable 6.12 has it, too); DYNAMIC came behind TRACEPOINT in 1d18538e6a09 (5.15), with `module` in place of `mod`.
 */
static __always_inline __u32 trace_event__tracepoint_bit(void)
{
	return bpf_core_field_exists(((struct trace_event_call___5_10 *)0)->filter) ? 1 << 4 : 1 << 3;
}

static __always_inline __u32 trace_event__kprobe_bit(void)
{
	return trace_event__tracepoint_bit() << (bpf_core_field_exists(((struct trace_event_call___5_15 *)0)->module) ? 2 : 1);
}

static __always_inline __u32 trace_event__uprobe_bit(void)
{
	return trace_event__kprobe_bit() << 1;
}
