// SPDX-License-Identifier: GPL-2.0
/*
 * empty_program: holds a BPF program that does nothing, attached to the entry of system calls, until its standard input ends. What the
 * kernel's statistics say it costs a run is what they add to every other program's.
 */
#include <linux/bpf.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static int bpf(int command, union bpf_attr *attr)
{
	return syscall(SYS_bpf, command, attr, sizeof(*attr));
}

int main(void)
{
	const struct bpf_insn nothing[] = {
		{ .code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = BPF_REG_0 },
		{ .code = BPF_JMP | BPF_EXIT },
	};
	union bpf_attr load, attach;
	char byte;

	memset(&load, 0, sizeof(load));
	load.prog_type = BPF_PROG_TYPE_RAW_TRACEPOINT;
	load.insns = (unsigned long)nothing;
	load.insn_cnt = sizeof(nothing) / sizeof(*nothing);
	load.license = (unsigned long)"GPL";
	memset(&attach, 0, sizeof(attach));
	attach.raw_tracepoint.name = (unsigned long)"sys_enter";
	attach.raw_tracepoint.prog_fd = bpf(BPF_PROG_LOAD, &load);
	if ((int)attach.raw_tracepoint.prog_fd < 0 || bpf(BPF_RAW_TRACEPOINT_OPEN, &attach) < 0) {
		perror("empty_program: a program at sys_enter: not attached");
		return 1;
	}
	puts("attached");
	fflush(stdout);
	while (read(0, &byte, 1) > 0)
		;
	return 0;
}
