/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Which helpers a BPF program calls. Read from its instructions when the verifier gets it, since that replaces the numbers of helpers by
 * their addresses. (The verifier's own check_helper_call cannot be hooked everywhere: the compiler of 6.12 has inlined it.)
 */
#pragma once

#include "blob.h"
#include "kernel_objects.h"
#include "probe.h"

#define HELPERS_WORDS 4          /* 256 helpers */
#define HELPERS_STRIDE 64        /* instructions looked at by one helpers__scan, which is verified once */
#define HELPERS_STRIDES 1024     /* how often it is called: 65536 instructions in all */
#define BPF_CALL_CODE 0x85       /* BPF_JMP | BPF_CALL */

struct helpers_used {
	__u64 bits[HELPERS_WORDS];
	__u64 prog_aux;
	__u32 announced; /* the program has got its first descriptor */
	__u32 unused;
};

/* By the address of the program's struct bpf_prog_aux, which it keeps while the verifier moves its instructions. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 8192);
	__type(key, __u64);
	__type(value, struct helpers_used);
} helpers_used SEC(".maps");

/* Sets the bits of the helpers that `count` instructions from `from` on call, those past HELPERS_STRIDE excepted. A global function. */
__attribute__((noinline)) int helpers__scan(__u64 aux, __u64 from, __u32 count)
{
	struct helpers_used *used = bpf_map_lookup_elem(&helpers_used, &aux);

	if (!used)
		return 0;
	for (__u32 i = 0; i < HELPERS_STRIDE; i++) {
		struct bpf_insn insn = {};
		__u32 word;

		if (i >= count)
			break;
		bpf_probe_read_kernel(&insn, sizeof(insn), (void *)from + i * sizeof(insn));
		/* a source register other than 0 marks a call of another function or of a kernel function */
		if (insn.code != BPF_CALL_CODE || insn.src_reg)
			continue;
		word = (__u32)insn.imm / 64;
		if (word < HELPERS_WORDS)
			used->bits[word & (HELPERS_WORDS - 1)] |= 1ULL << (insn.imm & 63);
	}
	return 0;
}

/* Remembers the helpers of a program that the verifier is about to check: the body of a probe of bpf_check. */
static __always_inline int helpers__collect(struct bpf_prog **place)
{
	struct helpers_used none = {};
	struct bpf_prog *prog = 0;
	__u64 aux, insns;
	__u32 length;

	bpf_probe_read_kernel(&prog, sizeof(prog), place);
	aux = (__u64)BPF_CORE_READ(prog, aux);
	insns = (__u64)prog + bpf_core_field_offset(struct bpf_prog, insnsi);
	length = BPF_CORE_READ(prog, len);

	none.prog_aux = aux;
	bpf_map_update_elem(&helpers_used, &aux, &none, BPF_ANY);
	for (__u32 stride = 0; stride < HELPERS_STRIDES; stride++) {
		__u32 at = stride * HELPERS_STRIDE;

		if (at >= length)
			break;
		helpers__scan(aux, insns + at * sizeof(struct bpf_insn), length - at);
	}
	return 0;
}

/* What is known of a program's helpers; null when it was loaded before anybody looked. */
static __always_inline struct helpers_used *helpers__of(struct bpf_prog *prog)
{
	__u64 aux = (__u64)BPF_CORE_READ(prog, aux);

	return bpf_map_lookup_elem(&helpers_used, &aux);
}

static __always_inline void blob__helpers(struct scratch *scratch, struct blob *blob, const struct helpers_used *used)
{
	blob__bytes(scratch, blob, used ? used->bits : 0, sizeof(used->bits));
}

static __always_inline void blob__prog_name(struct scratch *scratch, struct blob *blob, struct bpf_prog *prog)
{
	void *aux = prog ? BPF_CORE_READ(prog, aux) : 0;

	blob__text(scratch, blob, aux ? aux + bpf_core_field_offset(struct bpf_prog_aux, name) : 0);
}
