/* SPDX-License-Identifier: GPL-2.0 */
/* Looking up an address in a maple tree, which has held the mappings of a process since d4af56c5c7c6 (6.1). */
#pragma once

#include "kernel.h"
#include "read.h"

#define MAPLE_LEVELS 5         /* a tree of this height has thousands of mappings */
#define MAPLE_PIVOTS 15        /* of a range node; an arange node has fewer */
#define MAPLE_LEAST_NODE 4096  /* entries below are marks, not nodes */
#define MAPLE_RANGE 2          /* enum maple_type: those below are leaves */
#define MAPLE_ARANGE 3         /* a node that knows its gaps, as those above the leaves of these trees */

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpadded" /* partial types, not layouts */
#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)

struct maple_tree {
	void *ma_root;
};

struct maple_metadata {
	unsigned char end;
};

struct maple_range_64 {
	unsigned long pivot[MAPLE_PIVOTS];
	void *slot[MAPLE_PIVOTS + 1];
	struct maple_metadata meta;
};

struct maple_arange_64 {
	unsigned long pivot[9];
	void *slot[10];
	struct maple_metadata meta;
};

struct mm_struct___6_1 {
	struct maple_tree mm_mt;
};

#pragma clang attribute pop
#pragma clang diagnostic pop

/*
 * What a tree has at an address; 0 for nothing. A node's slot i is of the addresses up to pivot i, its last slot, `end`, of the rest;
 * pivots behind that are of former times. A range node says its end only while it is not full: there, the last slot begins where the end
 * would stand. The root says in its low bits whether it is a node, and every node of which type it is.
 */
static __always_inline void *maple__at(void *root, unsigned long address)
{
	unsigned long entry = (unsigned long)root;

	if ((entry & 3) != 2 || entry < MAPLE_LEAST_NODE)
		return root; /* no node: all there is */
	for (int level = 0; level < MAPLE_LEVELS; level++) {
		void *node = (void *)(entry & ~0xffUL);
		unsigned long pivots[MAPLE_PIVOTS] = {};
		__u32 type = (entry >> 3) & 15, slots, slot;
		__u8 end = 0;

		if (type == MAPLE_ARANGE) {
			bpf_probe_read_kernel(pivots, sizeof(((struct maple_arange_64 *)0)->pivot), node + bpf_core_field_offset(struct maple_arange_64, pivot));
			bpf_probe_read_kernel(&end, sizeof(end), node + bpf_core_field_offset(struct maple_arange_64, meta.end));
			slots = bpf_core_field_offset(struct maple_arange_64, slot);
		} else {
			bpf_probe_read_kernel(pivots, sizeof(pivots), node + bpf_core_field_offset(struct maple_range_64, pivot));
			bpf_probe_read_kernel(&end, sizeof(end), node + bpf_core_field_offset(struct maple_range_64, meta.end));
			slots = bpf_core_field_offset(struct maple_range_64, slot);
			if (pivots[MAPLE_PIVOTS - 1])
				end = MAPLE_PIVOTS;
		}
		slot = end & 15;
		/* from behind, so that no index into the pivots is a variable */
#pragma unroll
		for (int i = MAPLE_PIVOTS - 1; i >= 0; i--)
			if (i < end && pivots[i] >= address)
				slot = i;
		entry = 0;
		bpf_probe_read_kernel(&entry, sizeof(entry), node + slots + slot * sizeof(void *));
		if (type < MAPLE_RANGE)
			return (void *)entry;
	}
	return 0;
}
