// SPDX-License-Identifier: GPL-2.0
#include "bpf_helpers_used.h"
#include "bpf_links.h"
#include "core_fixes.h"

#define PERF_EVENT_IOC_SET_BPF 0x40042408

/* What a program was attached to. Values of the vocabulary bpf_attach_point. */
enum attach_point {
	ATTACH_RAW_TRACEPOINT = 0,
	ATTACH_TRACEPOINT = 1,
	ATTACH_KPROBE = 2,
	ATTACH_KRETPROBE = 3,
	ATTACH_UPROBE = 4,
	ATTACH_URETPROBE = 5,
};

struct attachment {
	struct bpf_prog *prog;
	const char *symbol;
	__u64 address;
	__u32 point;
	__u32 found;
};

ON_ENTRY_KPROBE(bpf_attach__bpf_check, bpf_check, struct bpf_prog **place)
{
	return helpers__collect(place);
}

/* The kernel function that a dynamic event probes; what it probes by address alone has no symbol. */
static __always_inline void attachment__to_kprobe(struct attachment *to, struct trace_event_call *call)
{
	struct trace_kprobe *probe = trace_event__probe(call) - bpf_core_field_offset(struct trace_kprobe, tp);

	to->point = BPF_CORE_READ(probe, rp.handler) ? ATTACH_KRETPROBE : ATTACH_KPROBE;
	to->symbol = BPF_CORE_READ(probe, symbol);
	to->address = (__u64)BPF_CORE_READ(probe, rp.kp.addr);
}

static __always_inline void attachment__to_uprobe(struct attachment *to, struct trace_event_call *call)
{
	struct trace_uprobe *probe = trace_event__probe(call) - bpf_core_field_offset(struct trace_uprobe, tp);

	to->point = BPF_CORE_READ(probe, consumer.ret_handler) ? ATTACH_URETPROBE : ATTACH_UPROBE;
	to->symbol = BPF_CORE_READ(probe, filename);
	to->address = BPF_CORE_READ(probe, offset);
}

/* Perf events that count something have nothing of the tracer behind them, and are none of ours. */
static __always_inline void attachment__to_perf_event(struct attachment *to, struct file *file)
{
	struct perf_event *event = BPF_CORE_READ(file, private_data);
	struct trace_event_call *call = BPF_CORE_READ(event, tp_event);
	__u32 flags;

	if (!call)
		return;
	to->found = 1;
	flags = BPF_CORE_READ(call, flags);
	if (bpf_core_type_exists(struct trace_kprobe) && flags & trace_event__kprobe_bit())
		return attachment__to_kprobe(to, call);
	if (bpf_core_type_exists(struct trace_uprobe) && flags & trace_event__uprobe_bit())
		return attachment__to_uprobe(to, call);
	to->point = ATTACH_TRACEPOINT;
	to->symbol = flags & trace_event__tracepoint_bit() ? BPF_CORE_READ(call, tp, name) : BPF_CORE_READ(call, name);
}

/* ioctl on a perf event. */
static __always_inline void attachment__by_ioctl(struct attachment *to, struct task_struct *task, const __u64 *arguments)
{
	struct file *event = TASK_ANONYMOUS_FILE(task, arguments[0], "[perf_event]");
	struct file *prog = TASK_ANONYMOUS_FILE(task, arguments[2], "bpf-prog");

	if (!event || !prog)
		return;
	to->prog = BPF_CORE_READ(prog, private_data);
	attachment__to_perf_event(to, event);
}

static __always_inline void attachment__by_link(struct attachment *to, struct bpf_link *link)
{
	struct bpf_perf_link *perf = (void *)link;

	to->prog = BPF_CORE_READ(link, prog);
	to->symbol = link__raw_tracepoint(link);
	if (to->symbol) {
		to->found = 1;
		to->point = ATTACH_RAW_TRACEPOINT;
	} else if (BPF_CORE_READ(link, type) == BPF_LINK_TYPE_PERF_EVENT && bpf_core_field_exists(perf->perf_file)) {
		attachment__to_perf_event(to, BPF_CORE_READ(perf, perf_file));
	}
}

ON_TRACEPOINT(bpf_attach__sys_exit, sys_exit, struct pt_regs *regs, long ret)
{
	struct task_struct *task = task__current();
	struct returning_call call = {};
	struct bpf_attach_args *args;
	struct attachment to = {};
	struct scratch *scratch;
	struct bpf_link *link;
	struct bpf_prog *prog;

	if (ret < 0)
		return 0;
	returning_call__look(&call, task, regs);
	link = returning_call__link(&call, task, ret);
	if (link)
		attachment__by_link(&to, link);
	else if (call.number == (task__is_compat(task) ? COMPAT_IOCTL : SYSCALL_IOCTL) && (__u32)call.arguments[1] == PERF_EVENT_IOC_SET_BPF)
		attachment__by_ioctl(&to, task, call.arguments);
	if (!to.found)
		return 0;
	scratch = record__begin(kind, task, EVENT_BPF_ATTACH, sizeof(*args));
	if (!scratch)
		return 0;

	prog = to.prog;
	args = record__args(scratch);
	args->prog_type = BPF_CORE_READ(prog, type);
	args->prog_id = BPF_CORE_READ(prog, aux, id);
	args->symbol_addr = to.address;
	args->attach_type = to.point;
	record__context(scratch)->ret = ret;
	record__context(scratch)->syscall = call.number;

	blob__prog_name(scratch, &args->prog_name, prog);
	blob__helpers(scratch, &args->prog_helpers, helpers__of(prog));
	blob__text(scratch, &args->symbol_name, to.symbol);

	record__submit(kind, scratch);
	return 0;
}
