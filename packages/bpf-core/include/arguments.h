/* SPDX-License-Identifier: GPL-2.0 */
/* Which scopes want a record for its arguments. What is not decided here, the collector decides. */
#pragma once

#include "context.h"
#include "maps.h"
#include "scope.h"

static __always_inline struct scratch *scratch__at(__u32 index)
{
	return bpf_map_lookup_elem(&scratch, &index);
}

/* Arguments lie in front of all blobs. */
#define ARGUMENT_MASK 0x7ff

static __always_inline __u64 argument__number(const struct scratch *scratch, const struct argument_test *test)
{
	const __u8 *from = scratch->record + (test->at & ARGUMENT_MASK);

	switch (test->width) {
	case 1:
		return test->extends ? (__u64)(__s64)*(__s8 *)from : *from;
	case 2:
		return test->extends ? (__u64)(__s64)*(__s16 *)from : *(__u16 *)from;
	case 4:
		return test->extends ? (__u64)(__s64)*(__s32 *)from : *(__u32 *)from;
	default:
		return *(__u64 *)from;
	}
}

static __always_inline void value_bits__add(struct value_bits *bits, const struct value_bits *found)
{
	if (!found)
		return;
	bits->wanted |= found->wanted;
	bits->refused |= found->refused;
}

/* Scopes whose range the number lies in: the last interval that begins at or before it. */
static __always_inline __u64 argument__range(const struct argument_test *test, __u64 number)
{
	__u64 match = test->match[0];

	for (int i = 1; i < ARGUMENT_RANGES; i++) {
		if (number < test->starts[i])
			break;
		match = test->match[i];
	}
	return match;
}

static __always_inline void argument__text(struct scratch *scratch, const struct argument_test *test, const struct blob *blob,
					   struct value_bits *bits)
{
	const __u8 *from = scratch->record + (blob->off & (RECORD_MAX - 1));
	struct text_key *key = &scratch->text;
	__u32 length = blob->len;

	key->bits = (sizeof(key->place) + sizeof(key->bytes)) * 8;
	if (test->lookups & LOOKUP_TEXTS) {
		__builtin_memset(key->bytes, 0, sizeof(key->bytes));
		if (length >= ARGUMENT_TEXT)
			bpf_probe_read_kernel(key->bytes, ARGUMENT_TEXT, from);
		else if (length)
			bpf_probe_read_kernel(key->bytes, length & (ARGUMENT_TEXT - 1), from);
		key->place = test->place;
		value_bits__add(bits, bpf_map_lookup_elem(&filter_texts, key));
	}
	if (test->lookups & LOOKUP_ENDS) {
		__u32 last = blob->off + length - 1;

		__builtin_memset(key->bytes, 0, sizeof(key->bytes));
		for (__u32 i = 0; i < ARGUMENT_SUFFIX; i++) {
			if (i >= length)
				break;
			key->bytes[i] = scratch->record[(last - i) & (RECORD_MAX - 1)];
		}
		key->place = test->place + FILTER_BANKS;
		value_bits__add(bits, bpf_map_lookup_elem(&filter_texts, key));
	}
}

/* Scopes whose condition holds. A text that is not there equals nothing. */
static __always_inline __u64 argument__holds(struct scratch *scratch, const struct argument_test *test)
{
	struct value_bits bits = {};
	__u64 within = ~0ull;

	if (test->width == 0) {
		struct blob blob = *(struct blob *)(scratch->record + (test->at & ARGUMENT_MASK));

		if (blob.len != BLOB_FAULT)
			argument__text(scratch, test, &blob, &bits);
	} else {
		__u64 value = argument__number(scratch, test);

		if (test->lookups & LOOKUP_VALUES) {
			struct value_key key = { .place = test->place, .value = value };

			value_bits__add(&bits, bpf_map_lookup_elem(&filter_values, &key));
		}
		for (int i = 0; i < ARGUMENT_FLAGS; i++) {
			const struct argument_flags *flags = &test->flags[i];

			if (i >= test->flags_count)
				break;
			if ((value & flags->mask) == flags->value)
				value_bits__add(&bits, &flags->bits);
		}
		if (test->lookups & LOOKUP_RANGES)
			within = argument__range(test, value ^ test->flip);
	}
	return (bits.wanted | ~test->choose) & ~bits.refused & within;
}

/* A function of its own, checked once a program: scopes that are left. */
__noinline __u64 arguments__left(__u32 slot, __u32 index, __u64 scopes)
{
	struct argument_tests *tests = bpf_map_lookup_elem(&argument_tests, &index);
	struct scratch *scratch = scratch__at(slot);

	if (!scratch || !tests)
		return scopes;
	for (int i = 0; i < ARGUMENT_TESTS; i++) {
		const struct argument_test *test = &tests->tests[i];

		if (!test->enabled)
			break;
		if (scopes & test->enabled)
			scopes &= ~test->enabled | argument__holds(scratch, test);
	}
	return scopes;
}

/* Whether nobody wants a record, now that its arguments are known. */
static __always_inline bool arguments__refuse(struct scratch *scratch)
{
	struct event_context *context = (void *)scratch->record;
	__u32 index = filters__bank(context->filter_version)->event_tests[context->event_id & (EVENT_IDS - 1)];

	if (!index || scratch->end > RECORD_MAX)
		return false;
	context->scopes = arguments__left(scratch->index, index, context->scopes);
	if (context->scopes)
		return false;
	if (scratch->always)
		context->flags |= CONTEXT_INTERNAL;
	return !scratch->always;
}
