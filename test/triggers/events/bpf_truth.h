/* What triggers of BPF events share: the system call, maps and small programs. */
#pragma once
#include "kernel_truth.h"

#include <linux/bpf.h>
#include <stdint.h>
#include <sys/resource.h>

/* Before 97306be45fbe (5.11) programs and maps count as locked memory. */
static long bpf(int command, union bpf_attr *attributes)
{
	const struct rlimit all = { RLIM_INFINITY, RLIM_INFINITY };

	must(setrlimit(RLIMIT_MEMLOCK, &all) == 0, "RLIMIT_MEMLOCK");
	return syscall(SYS_bpf, command, attributes, sizeof(*attributes));
}

/* Returns r0 = 0 after it has called two helpers. */
static const struct bpf_insn two_helpers[] = {
	{ .code = BPF_JMP | BPF_CALL, .imm = BPF_FUNC_ktime_get_ns },
	{ .code = BPF_JMP | BPF_CALL, .imm = BPF_FUNC_get_prandom_u32 },
	{ .code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = 0, .imm = 0 },
	{ .code = BPF_JMP | BPF_EXIT },
};

static int load_program(enum bpf_prog_type type, const char *name)
{
	union bpf_attr attributes = {
		.prog_type = type,
		.insns = (uintptr_t)two_helpers,
		.insn_cnt = sizeof(two_helpers) / sizeof(*two_helpers),
		.license = (uintptr_t) "GPL",
	};
	int fd;

	strncpy(attributes.prog_name, name, sizeof(attributes.prog_name) - 1);
	fd = bpf(BPF_PROG_LOAD, &attributes);
	must(fd >= 0, "BPF_PROG_LOAD");
	return fd;
}

static unsigned program_id(int fd)
{
	struct bpf_prog_info info = { 0 };
	union bpf_attr attributes = { .info = { .bpf_fd = fd, .info_len = sizeof(info), .info = (uintptr_t)&info } };

	must(bpf(BPF_OBJ_GET_INFO_BY_FD, &attributes) == 0, "BPF_OBJ_GET_INFO_BY_FD");
	return info.id;
}

/* The bits of two_helpers. */
static void helpers(const char *name)
{
	key(name);
	printf("[%llu,0,0,0]", 1ULL << BPF_FUNC_ktime_get_ns | 1ULL << BPF_FUNC_get_prandom_u32);
}
