/* SPDX-License-Identifier: GPL-2.0 */
/* IP addresses as text, at the record's end. */
#pragma once

#include "blob.h"

#define IP_TEXT_MAX 45

/*
 * The end is read anew for each character, not kept in a register: the verifier then knows nothing about it that would tell one way
 * through the digits from another, and need not follow each of the many.
 */
static __always_inline void text__put(struct scratch *scratch, char character)
{
	__u32 end = *(volatile __u32 *)&scratch->end;

	scratch->record[end & END_MASK] = character;
	*(volatile __u32 *)&scratch->end = end + 1;
}

static __always_inline void text__decimal(struct scratch *scratch, __u8 value)
{
	if (value >= 100)
		text__put(scratch, '0' + value / 100);
	if (value >= 10)
		text__put(scratch, '0' + value / 10 % 10);
	text__put(scratch, '0' + value % 10);
}

static __always_inline void text__hex(struct scratch *scratch, __u16 value)
{
#pragma unroll
	for (int shift = 12; shift >= 0; shift -= 4) {
		__u8 digit = value >> shift & 0xf;

		if (value >> shift || !shift)
			text__put(scratch, digit < 10 ? '0' + digit : 'a' + digit - 10);
	}
}

/* The longest run of zero groups, the first of equals: one bit a group; none when no run is longer than one. */
static __always_inline __u32 groups__longest_zeros(const __u16 *groups)
{
	__u32 zero = 0, run;

#pragma unroll
	for (int i = 0; i < 8; i++)
		zero |= (__u32)!groups[i] << i;
#pragma unroll
	for (int length = 8; length > 1; length--) {
#pragma unroll
		for (int start = 0; start + length <= 8; start++) {
			run = ((1U << length) - 1) << start;
			if ((zero & run) == run)
				return run;
		}
	}
	return 0;
}

/* Shortest form: hexadecimal groups without leading zeros, and "::" for the longest run of zeros. Groups are in network order. */
static __always_inline void text__ipv6(struct scratch *scratch, const __u16 *groups)
{
	__u32 left_out = groups__longest_zeros(groups);

#pragma unroll
	for (int i = 0; i < 8; i++) {
		bool out = left_out >> i & 1;

		if (i && !out)
			text__put(scratch, ':');
		if (!out)
			text__hex(scratch, bpf_ntohs(groups[i]));
		else if (!i || !(left_out >> (i - 1) & 1))
			text__put(scratch, ':');
	}
	if (left_out >> 7)
		text__put(scratch, ':');
}

static __always_inline void text__ipv4(struct scratch *scratch, const __u8 *bytes)
{
#pragma unroll
	for (int i = 0; i < 4; i++) {
		if (i)
			text__put(scratch, '.');
		text__decimal(scratch, bytes[i]);
	}
}

/* The length of what was put since the blob was begun with blob__at. */
static __always_inline void text__end(struct scratch *scratch, struct blob *blob)
{
	blob->len = *(volatile __u32 *)&scratch->end - blob->off;
}
