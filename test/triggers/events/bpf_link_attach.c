// SPDX-License-Identifier: Apache-2.0
#include "bpf_truth.h"
#include "cgroup.h"
#include "perf_event.h"

static unsigned link_id(int fd)
{
	struct bpf_link_info info = { 0 };
	union bpf_attr attributes = { .info = { .bpf_fd = fd, .info_len = sizeof(info), .info = (uintptr_t)&info } };

	must(bpf(BPF_OBJ_GET_INFO_BY_FD, &attributes) == 0, "BPF_OBJ_GET_INFO_BY_FD");
	return info.id;
}

static void told(int link, int type, int program, int prog_type, const char *name, int point, const char *symbol)
{
	expect("bpf_link_attach");
	number("link_id", link_id(link));
	number("link_type", type);
	number("prog_type", prog_type);
	text("prog_name", name);
	number("prog_id", program_id(program));
	helpers("prog_helpers");
	number("expected_attach_type", point);
	text("symbol_name", symbol);
	finish(link);
}

/* A program for a cgroup that nobody is in. */
static void to_cgroup(void)
{
	int program = load_program_for(BPF_CGROUP_INET_EGRESS, BPF_PROG_TYPE_CGROUP_SKB, "of_cgroup"), directory, link;
	const char *cgroup = cgroup_path();

	must(mkdir(cgroup, 0755) == 0, cgroup);
	directory = open(cgroup, O_RDONLY | O_DIRECTORY);
	link = create_link(program, directory, BPF_CGROUP_INET_EGRESS);
	must(directory >= 0 && link >= 0, "BPF_LINK_CREATE");
	told(link, BPF_LINK_TYPE_CGROUP, program, BPF_PROG_TYPE_CGROUP_SKB, "of_cgroup", BPF_CGROUP_INET_EGRESS, NULL);
	must(close(link) == 0 && close(directory) == 0 && rmdir(cgroup) == 0, cgroup);
}

static void to_perf_event(void)
{
	int program = load_program(BPF_PROG_TYPE_TRACEPOINT, "of_event"), link = create_link(program, open_tracepoint("oom/mark_victim"), BPF_PERF_EVENT);

	if (link < 0 && errno == EINVAL)
		return; /* before b89fbfbb854c (5.15) */
	must(link >= 0, "BPF_LINK_CREATE");
	told(link, BPF_LINK_TYPE_PERF_EVENT, program, BPF_PROG_TYPE_TRACEPOINT, "of_event", 0, NULL);
}

int main(void)
{
	int program, link;

	work_directory();
	need_tracefs();
	program = load_program(BPF_PROG_TYPE_RAW_TRACEPOINT, "raw");
	link = open_raw_tracepoint(program, "mark_victim");
	told(link, BPF_LINK_TYPE_RAW_TRACEPOINT, program, BPF_PROG_TYPE_RAW_TRACEPOINT, "raw", 0, "mark_victim");
	to_cgroup();
	to_perf_event();
	return 0;
}
