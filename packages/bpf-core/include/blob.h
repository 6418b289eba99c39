/* SPDX-License-Identifier: GPL-2.0 */
/* Text and bytes at the end of the record. Each function sets `blob` and moves the end; what cannot be read is BLOB_FAULT. */
#pragma once

#include "emit.h"

#define END_MASK (RECORD_MAX - 1)
#define STRINGS_COUNT 128

static __always_inline void blob__fault(struct scratch *scratch, struct blob *blob)
{
	blob->off = 0;
	blob->len = BLOB_FAULT;
	record__context(scratch)->flags |= CONTEXT_FAULTED;
}

/* Absent: no flag, since nothing failed. */
static __always_inline void blob__none(struct blob *blob)
{
	blob->off = 0;
	blob->len = BLOB_FAULT;
}

/* A blob as a register of struct syscall_args holds it. */
static __always_inline __u64 blob__raw(const struct blob *blob)
{
	return blob->off | (__u32)blob->len << 16;
}

/* Where the next bytes go, or past the record when it is full (it is then too large, and counted so). */
static __always_inline __u8 *blob__at(struct scratch *scratch, struct blob *blob)
{
	__u32 end = scratch->end & END_MASK;

	blob->off = end;
	return scratch->record + end;
}

static __always_inline bool blob__full(struct scratch *scratch)
{
	return scratch->end >= RECORD_MAX;
}

static __always_inline void blob__end(struct scratch *scratch, struct blob *blob, __u32 length)
{
	blob->len = length;
	scratch->end += length;
}

/* Text of user memory, without its NUL. */
static __always_inline void blob__user_text(struct scratch *scratch, struct blob *blob, const void *from)
{
	long size;

	if (!from || blob__full(scratch))
		return blob__none(blob);
	size = bpf_probe_read_user_str(blob__at(scratch, blob), PATH_MAX_BYTES, from);
	if (size <= 0)
		return blob__fault(scratch, blob);
	if (size == PATH_MAX_BYTES)
		record__context(scratch)->flags |= CONTEXT_TRUNCATED;
	blob__end(scratch, blob, size - 1);
}

/* Text of kernel memory, without its NUL. */
static __always_inline void blob__text(struct scratch *scratch, struct blob *blob, const void *from)
{
	long size;

	if (!from || blob__full(scratch))
		return blob__none(blob);
	size = bpf_probe_read_kernel_str(blob__at(scratch, blob), PATH_MAX_BYTES, from);
	if (size <= 0)
		return blob__fault(scratch, blob);
	blob__end(scratch, blob, size - 1);
}

/* `size` bytes of user memory; size is a constant or below 4096. */
static __always_inline void blob__user_bytes(struct scratch *scratch, struct blob *blob, const void *from, __u32 size)
{
	if (!from || blob__full(scratch))
		return blob__none(blob);
	size &= PATH_MAX_BYTES - 1;
	if (bpf_probe_read_user(blob__at(scratch, blob), size, from))
		return blob__fault(scratch, blob);
	blob__end(scratch, blob, size);
}

/* Likewise of kernel memory. */
static __always_inline void blob__bytes(struct scratch *scratch, struct blob *blob, const void *from, __u32 size)
{
	if (!from || blob__full(scratch))
		return blob__none(blob);
	size &= PATH_MAX_BYTES - 1;
	if (bpf_probe_read_kernel(blob__at(scratch, blob), size, from))
		return blob__fault(scratch, blob);
	blob__end(scratch, blob, size);
}

/* The strings between two addresses of user memory, as execve leaves argv and env. */
static __always_inline void blob__user_strings_between(struct scratch *scratch, struct blob *blob, unsigned long start, unsigned long end)
{
	__u64 size = end - start;

	if (!start || start > end || blob__full(scratch))
		return blob__none(blob);
	if (size >= STRINGS_MAX) {
		size = STRINGS_MAX - 1;
		record__context(scratch)->flags |= CONTEXT_TRUNCATED;
	}
	size &= STRINGS_MAX - 1;
	if (bpf_probe_read_user(blob__at(scratch, blob), size, (void *)start))
		return blob__fault(scratch, blob);
	blob__end(scratch, blob, size);
}

/*
 * Copies the strings of a NULL-terminated vector of user pointers to the record's end: the first STRINGS_COUNT, up to STRINGS_MAX bytes.
 * Returns their length with the NULs, negative when one is not readable. A global function: verified once.
 */
__attribute__((noinline)) int strings__copy(__u32 index, __u64 vector, __u32 pointer_size)
{
	struct scratch *scratch = scratch__at(index);
	__u32 length = 0;

	if (!scratch)
		return -1;
	pointer_size = pointer_size == 4 ? 4 : 8;
	for (int i = 0; i < STRINGS_COUNT; i++) {
		__u32 at = (scratch->end + length) & END_MASK;
		__u64 pointer = 0;
		long size;

		if (bpf_probe_read_user(&pointer, pointer_size, (void *)vector + i * pointer_size))
			return -1;
		if (!pointer)
			return length;
		if (length >= STRINGS_MAX)
			break;
		size = bpf_probe_read_user_str(scratch->record + at, PATH_MAX_BYTES, (void *)pointer);
		if (size <= 0)
			return -1;
		length += size & (2 * PATH_MAX_BYTES - 1);
	}
	record__context(scratch)->flags |= CONTEXT_TRUNCATED;
	return length;
}

static __always_inline void blob__user_strings(struct scratch *scratch, struct blob *blob, const void *vector, __u32 pointer_size)
{
	int length;

	if (!vector || blob__full(scratch))
		return blob__none(blob);
	length = strings__copy(scratch->index, (__u64)vector, pointer_size);
	barrier_var(length);
	if (length < 0)
		return blob__fault(scratch, blob);
	blob__at(scratch, blob);
	blob__end(scratch, blob, length);
}

/* Likewise of a vector in kernel memory. */
__attribute__((noinline)) int strings__copy_kernel(__u32 index, __u64 vector)
{
	struct scratch *scratch = scratch__at(index);
	__u32 length = 0;

	if (!scratch)
		return -1;
	for (int i = 0; i < STRINGS_COUNT; i++) {
		__u32 at = (scratch->end + length) & END_MASK;
		__u64 pointer = 0;
		long size;

		if (bpf_probe_read_kernel(&pointer, sizeof(pointer), (void *)vector + i * sizeof(pointer)))
			return -1;
		if (!pointer)
			return length;
		if (length >= STRINGS_MAX)
			break;
		size = bpf_probe_read_kernel_str(scratch->record + at, PATH_MAX_BYTES, (void *)pointer);
		if (size <= 0)
			return -1;
		length += size & (2 * PATH_MAX_BYTES - 1);
	}
	record__context(scratch)->flags |= CONTEXT_TRUNCATED;
	return length;
}

static __always_inline void blob__strings(struct scratch *scratch, struct blob *blob, const void *vector)
{
	int length;

	if (!vector || blob__full(scratch))
		return blob__none(blob);
	length = strings__copy_kernel(scratch->index, (__u64)vector);
	barrier_var(length);
	if (length < 0)
		return blob__fault(scratch, blob);
	blob__at(scratch, blob);
	blob__end(scratch, blob, length);
}

/* The address by its family: only what the family defines is copied. */
static __always_inline void blob__user_sockaddr(struct scratch *scratch, struct blob *blob, const void *from)
{
	__u16 family = 0;

	if (!from)
		return blob__none(blob);
	if (bpf_probe_read_user(&family, sizeof(family), from))
		return blob__fault(scratch, blob);
	switch (family) {
	case 1: /* AF_UNIX: struct sockaddr_un, its path up to the NUL (or 108 bytes, abstract) */
		return blob__user_bytes(scratch, blob, from, 110);
	case 2: /* AF_INET */
		return blob__user_bytes(scratch, blob, from, 16);
	case 10: /* AF_INET6 */
		return blob__user_bytes(scratch, blob, from, 28);
	default:
		return blob__user_bytes(scratch, blob, from, 16);
	}
}
