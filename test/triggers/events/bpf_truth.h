/* What triggers of BPF events share: the system call, maps and small programs. */
#pragma once
#include "kernel_truth.h"

#include <linux/bpf.h>
#include <stdint.h>
#include <sys/resource.h>

/* Before 97306be45fbe (5.11) programs and maps count as locked memory: where the limit cannot be lifted, what needs it says so. */
static long bpf(int command, union bpf_attr *attributes)
{
	const struct rlimit all = { RLIM_INFINITY, RLIM_INFINITY };

	setrlimit(RLIMIT_MEMLOCK, &all);
	return syscall(SYS_bpf, command, attributes, sizeof(*attributes));
}

/* Returns r0 = 0 after it has called two helpers. */
static const struct bpf_insn two_helpers[] = {
	{ .code = BPF_JMP | BPF_CALL, .imm = BPF_FUNC_ktime_get_ns },
	{ .code = BPF_JMP | BPF_CALL, .imm = BPF_FUNC_get_prandom_u32 },
	{ .code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = 0, .imm = 0 },
	{ .code = BPF_JMP | BPF_EXIT },
};

static int load_program_for(enum bpf_attach_type point, enum bpf_prog_type type, const char *name)
{
	union bpf_attr attributes = {
		.prog_type = type,
		.expected_attach_type = point,
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

static int load_program(enum bpf_prog_type type, const char *name)
{
	return load_program_for(0, type, name);
}

static unsigned program_id(int fd)
{
	struct bpf_prog_info info = { 0 };
	union bpf_attr attributes = { .info = { .bpf_fd = fd, .info_len = sizeof(info), .info = (uintptr_t)&info } };

	must(bpf(BPF_OBJ_GET_INFO_BY_FD, &attributes) == 0, "BPF_OBJ_GET_INFO_BY_FD");
	return info.id;
}

/* A link of a program to a raw tracepoint; its descriptor. */
static int open_raw_tracepoint(int program, const char *name)
{
	union bpf_attr attributes = { .raw_tracepoint = { .name = (uintptr_t)name, .prog_fd = program } };
	int link = bpf(BPF_RAW_TRACEPOINT_OPEN, &attributes);

	must(link >= 0, "BPF_RAW_TRACEPOINT_OPEN");
	return link;
}

/* A link of a program to a cgroup, a perf event or another descriptor; its own, or -1. */
static int create_link(int program, int target, enum bpf_attach_type point)
{
	union bpf_attr attributes = { .link_create = { .prog_fd = program, .target_fd = target, .attach_type = point } };

	return bpf(BPF_LINK_CREATE, &attributes);
}

/* The bits of two_helpers, which a probe of the kernel's verifier sees. */
static void helpers(const char *name)
{
	key(name);
	if (access("/sys/bus/event_source/devices/kprobe", F_OK) != 0)
		printf("null");
	else
		printf("[%llu,0,0,0]", 1ULL << BPF_FUNC_ktime_get_ns | 1ULL << BPF_FUNC_get_prandom_u32);
}
