// SPDX-License-Identifier: Apache-2.0
#include "bpf_truth.h"
#include "perf_event.h"

#define FUNCTION "proc_create"

/* Values of the vocabulary bpf_attach_point. */
enum point { RAW_TRACEPOINT, TRACEPOINT, KPROBE, KRETPROBE, UPROBE, URETPROBE };

static void told(int program, int type, const char *name, const char *symbol, unsigned long long at, enum point point, long returned)
{
	expect("bpf_attach");
	number("prog_type", type);
	text("prog_name", name);
	number("prog_id", program_id(program));
	helpers("prog_helpers");
	text("symbol_name", symbol);
	address("symbol_addr", at);
	number("attach_type", point);
	finish(returned);
}

/* Attaches a new program to the event. */
static void attach(int event, enum bpf_prog_type type, const char *name, const char *symbol, unsigned long long at, enum point point)
{
	int program = load_program(type, name);

	must(ioctl(event, PERF_EVENT_IOC_SET_BPF, program) == 0, "PERF_EVENT_IOC_SET_BPF");
	told(program, type, name, symbol, at, point, 0);
}

static void attach_by_link(int event, enum bpf_prog_type type, const char *symbol, unsigned long long at, enum point point)
{
	int program = load_program(type, "by_link"), link = create_link(program, event, BPF_PERF_EVENT);

	if (link < 0 && errno == EINVAL)
		return; /* before b89fbfbb854c (5.15) */
	must(link >= 0, "BPF_LINK_CREATE");
	told(program, type, "by_link", symbol, at, point, link);
}

/* The same probes made in the tracer's files: their perf events are those of tracepoints. */
static void of_the_tracer(const char *list, const char *definition, const char *name, const char *symbol, unsigned long long at, enum point point)
{
	char line[PATH_MAX + 128], place[64];
	int event;

	snprintf(line, sizeof(line), "%c:tracee_trigger_attach/%s %s\n", point == KRETPROBE || point == URETPROBE ? 'r' : 'p', name, definition);
	write_line(list, line);
	snprintf(place, sizeof(place), "tracee_trigger_attach/%s", name);
	event = open_tracepoint(place);
	attach(event, BPF_PROG_TYPE_KPROBE, name, symbol, at, point);
	must(close(event) == 0, "close");
	snprintf(line, sizeof(line), "-:tracee_trigger_attach/%s\n", name);
	write_line(list, line);
}

/* Where the kernel says that it probes the function: behind an instruction that marks its entry, on some. */
static unsigned long long probed_address(void)
{
	FILE *probes;
	char line[256], name[128];
	unsigned long long at, found = 0;

	must(mount("debugfs", "/sys/kernel/debug", "debugfs", 0, NULL) == 0 || errno == EBUSY, "debugfs");
	probes = fopen("/sys/kernel/debug/kprobes/list", "r");
	must(probes != NULL, "kprobes/list");
	while (!found && fgets(line, sizeof(line), probes))
		if (sscanf(line, "%llx %*s %127[^+ ]", &at, name) == 2 && !strcmp(name, FUNCTION))
			found = at;
	fclose(probes);
	must(found != 0, "a probe of " FUNCTION);
	return found;
}

static void to_functions(void)
{
	int first = open_probe("kprobe", FUNCTION, 0, 0);
	const unsigned long long function = probed_address();

	attach(first, BPF_PROG_TYPE_KPROBE, "function", FUNCTION, function, KPROBE);
	attach(open_probe("kprobe", NULL, symbol_address(FUNCTION, NULL), 0), BPF_PROG_TYPE_KPROBE, "address", NULL, function, KPROBE);
	attach(open_probe("kprobe", FUNCTION, 0, 1), BPF_PROG_TYPE_KPROBE, "return", FUNCTION, function, KRETPROBE);
	attach_by_link(open_probe("kprobe", FUNCTION, 0, 0), BPF_PROG_TYPE_KPROBE, FUNCTION, function, KPROBE);
	of_the_tracer("kprobe_events", FUNCTION, "traced", FUNCTION, function, KPROBE);
	of_the_tracer("kprobe_events", FUNCTION, "traced_return", FUNCTION, function, KRETPROBE);
}

static void to_this_program(void)
{
	char self[PATH_MAX] = "", definition[PATH_MAX + 8];

	must(readlink("/proc/self/exe", self, sizeof(self) - 1) > 0, "/proc/self/exe");
	snprintf(definition, sizeof(definition), "%s:0x40", self);
	attach(open_probe("uprobe", self, 64, 0), BPF_PROG_TYPE_KPROBE, "user", self, 64, UPROBE);
	attach(open_probe("uprobe", self, 64, 1), BPF_PROG_TYPE_KPROBE, "user_return", self, 64, URETPROBE);
	of_the_tracer("uprobe_events", definition, "traced_user", self, 64, UPROBE);
}

static int has_probes(const char *kind)
{
	char path[256];

	snprintf(path, sizeof(path), "/sys/bus/event_source/devices/%s/type", kind);
	return access(path, R_OK) == 0;
}

/* Programs for tracepoints, one function and one place in this program, none of which ever runs; one for each way to attach. */
int main(void)
{
	int program;

	work_directory();
	need_tracefs();
	program = load_program(BPF_PROG_TYPE_RAW_TRACEPOINT, "raw");
	told(program, BPF_PROG_TYPE_RAW_TRACEPOINT, "raw", "mark_victim", 0, RAW_TRACEPOINT, open_raw_tracepoint(program, "mark_victim"));
	attach(open_tracepoint("oom/mark_victim"), BPF_PROG_TYPE_TRACEPOINT, "tracepoint", "mark_victim", 0, TRACEPOINT);
	attach(open_tracepoint("syscalls/sys_enter_vhangup"), BPF_PROG_TYPE_TRACEPOINT, "syscall", "sys_enter_vhangup", 0, TRACEPOINT);
	attach_by_link(open_tracepoint("oom/mark_victim"), BPF_PROG_TYPE_TRACEPOINT, "mark_victim", 0, TRACEPOINT);
	if (has_probes("kprobe"))
		to_functions();
	if (has_probes("uprobe"))
		to_this_program();
	return 0;
}
