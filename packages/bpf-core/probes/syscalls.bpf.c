// SPDX-License-Identifier: GPL-2.0
/*
 * All system calls. One program at exit reports nearly all of them: the registers saved at entry still hold the arguments, so that
 * nothing needs to be kept between entry and exit. Rows marked at_entry are reported by the program at entry. Arguments in user memory
 * are fetched by a tail call, which system calls with registers only never reach.
 */
#include "arch.h"
#include "blob.h"
#include "syscalls.gen.h"

#define COMPAT_ROW 0x10000

struct {
	__uint(type, BPF_MAP_TYPE_PROG_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, __u32);
} enter_tails SEC(".maps"), exit_tails SEC(".maps");

static __always_inline const volatile struct syscall_row *syscall__row(__u32 index)
{
	__u32 number = index & (SYSCALLS_MAX - 1);
#ifdef ARCH_COMPAT_TABLE
	if (index & COMPAT_ROW)
		return &compat_table[number];
#endif
	return &syscall_table[number];
}

/* The record of a selected system call with its registers; null when nobody wants it. */
static __always_inline struct scratch *syscall__begin(struct task_struct *task, struct pt_regs *regs, __u32 index,
							const volatile struct syscall_row *row, long ret)
{
	struct scratch *scratch = record__begin(PROBE_TRACEPOINT, task, row->event - 1, sizeof(struct syscall_args));
	struct event_context *context;
	struct syscall_args *args;

	if (!scratch)
		return 0;
	context = record__context(scratch);
	context->ret = ret;
	context->syscall = index & (SYSCALLS_MAX - 1);
	args = record__args(scratch);
#ifdef ARCH_COMPAT_TABLE
	if (index & COMPAT_ROW)
		regs__compat_args(regs, args->raw);
	else
#endif
		regs__args(regs, args->raw);
	scratch->syscall = index;
	return scratch;
}

/* What a call returned. Of a 32-bit one only half is its answer: an error that is an unsigned int in the kernel (modify_ldt) is one here, too. */
static __always_inline long syscall__returned(long ret, __u32 index)
{
	return index & COMPAT_ROW && (__u32)ret >= (__u32)-4095 ? (__s32)ret : ret;
}

/* Row index of the system call, or -1 when it is none of the table. */
static __always_inline int syscall__index(struct task_struct *task, long number)
{
	if ((unsigned long)number >= SYSCALLS_MAX)
		return -1;
#ifdef ARCH_COMPAT_TABLE
	if (task__is_compat(task))
		return number | COMPAT_ROW;
#endif
	return number;
}

TRACEPOINT(sys_exit)
int BPF_PROG(syscall_exit, struct pt_regs *regs, long ret)
{
	struct task_struct *task = task__current();
	int index = syscall__index(task, regs__syscall(regs));
	const volatile struct syscall_row *row;
	struct scratch *scratch;

	if (index < 0)
		return 0;
	ret = syscall__returned(ret, index);
	row = syscall__row(index);
	if (!scope__selected(filters__version(), row->event - 1))
		return 0;
	if (row->never_at_exit || (row->only_failure_at_exit && ret >= 0) || (row->child_returns && ret == 0))
		return 0;
	scratch = syscall__begin(task, regs, index, row, ret);
	if (!scratch)
		return 0;

	if (row->fetches)
		bpf_tail_call(ctx, &exit_tails, 0);
	record__submit(PROBE_TRACEPOINT, scratch);
	return 0;
}

TRACEPOINT(sys_enter)
int BPF_PROG(syscall_enter, struct pt_regs *regs, long number)
{
	struct task_struct *task = task__current();
	int index = syscall__index(task, number);
	const volatile struct syscall_row *row;
	struct scratch *scratch;

	if (index < 0)
		return 0;
	row = syscall__row(index);
	if (!row->at_entry)
		return 0;
	scratch = syscall__begin(task, regs, index, row, 0);
	if (!scratch)
		return 0;

	if (row->fetches)
		bpf_tail_call(ctx, &enter_tails, 0);
	record__submit(PROBE_TRACEPOINT, scratch);
	return 0;
}

/* 32-bit system calls before this one have times of two 32-bit numbers: 48166e6ea47d (5.1). */
#define COMPAT_FIRST_TIME64 403

static __always_inline void blob__user_timespec(struct scratch *scratch, struct blob *blob, const void *from, bool narrow)
{
	__s32 read[2] = {};
	__s64 time[2];

	if (!narrow || !from)
		return blob__user_bytes(scratch, blob, from, sizeof(time));
	if (bpf_probe_read_user(read, sizeof(read), from))
		return blob__fault(scratch, blob);
	time[0] = read[0];
	time[1] = read[1];
	blob__bytes(scratch, blob, time, sizeof(time));
}

/* Replaces the register of every argument in user memory by the blob of its bytes. */
static __always_inline void syscall__fetch(struct scratch *scratch)
{
	const volatile struct syscall_row *row;
	struct syscall_args *args;
	__u32 word;

	row = syscall__row(scratch->syscall);
	word = scratch->syscall & COMPAT_ROW ? 4 : 8;
	args = record__args(scratch);
	for (int i = 0; i < 6; i++) {
		const void *from = (void *)args->raw[i];
		struct blob blob = {};

		switch (row->fetch[i]) {
		case FETCH_STRING:
			blob__user_text(scratch, &blob, from);
			break;
		case FETCH_STRINGS:
			blob__user_strings(scratch, &blob, from, word);
			break;
		case FETCH_ENVIRONMENT:
			blob__user_strings(scratch, &blob, exec_env ? from : 0, word);
			break;
		case FETCH_SOCKADDR:
			blob__user_sockaddr(scratch, &blob, from);
			break;
		case FETCH_I32X2:
			blob__user_bytes(scratch, &blob, from, 8);
			break;
		case FETCH_TIMESPEC:
			blob__user_timespec(scratch, &blob, from, word == 4 && (scratch->syscall & (SYSCALLS_MAX - 1)) < COMPAT_FIRST_TIME64);
			break;
		default:
			continue;
		}
		args->raw[i] = blob__raw(&blob);
	}
}

TRACEPOINT(sys_exit)
int syscall_fetch_exit(void *ctx)
{
	struct scratch *scratch = scratch__first(); /* taken by the program that made the tail call */

	if (!scratch)
		return 0;
	syscall__fetch(scratch);
	record__submit(PROBE_TRACEPOINT, scratch);
	return 0;
}

/*
 * At entry the memory of an argument may not be present yet (a child that executes right after fork has no page of its parent's
 * constants), and a program cannot wait for it. Such an execution is reported a moment later: by syscall_exec_done from what the
 * kernel copied, or, when it failed, at exit alone.
 */
struct pending_exec {
	__u64 raw[6];
	__u64 timestamp;
	__u32 index; /* of the system-call row */
	char comm[16];
	__u32 unused;
};

/* Host thread id. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 10240);
	__type(key, __u32);
	__type(value, struct pending_exec);
} pending_execs SEC(".maps");

TRACEPOINT(sys_enter)
int BPF_PROG(syscall_fetch_enter, struct pt_regs *regs, long number)
{
	struct scratch *scratch = scratch__first(); /* taken by the program that made the tail call */
	struct pending_exec pending = {};
	struct event_context *context;

	if (!scratch)
		return 0;
	__builtin_memcpy(pending.raw, ((struct syscall_args *)record__args(scratch))->raw, sizeof(pending.raw));
	syscall__fetch(scratch);
	context = record__context(scratch);
	if (context->flags & CONTEXT_FAULTED) {
		pending.timestamp = context->timestamp;
		pending.index = scratch->syscall;
		__builtin_memcpy(pending.comm, context->comm, sizeof(pending.comm));
		bpf_map_update_elem(&pending_execs, &context->host_tid, &pending, BPF_ANY);
		record__drop(scratch);
		return 0;
	}
	record__submit(PROBE_TRACEPOINT, scratch);
	return 0;
}

/* The path as the caller gave it: for a descriptor the kernel puts "/dev/fd/N/" before it, or has "/dev/fd/N" alone. */
static __always_inline void blob__exec_path(struct scratch *scratch, struct blob *blob, struct linux_binprm *bprm)
{
	const char *path = BPF_CORE_READ(bprm, filename);
	char head[24] = {};

	if (BPF_CORE_READ(bprm, fdpath) != path)
		return blob__text(scratch, blob, path);
	bpf_probe_read_kernel_str(head, sizeof(head), path);
	for (int i = 8; i < 20; i++) {
		if (head[i] == '/')
			return blob__text(scratch, blob, path + i + 1);
		if (head[i] == 0)
			return blob__text(scratch, blob, path + i);
	}
	blob__text(scratch, blob, path);
}

TRACEPOINT(sched_process_exec)
int BPF_PROG(syscall_exec_done, struct task_struct *task, int old_pid, struct linux_binprm *bprm)
{
	struct task_struct *current = task__current();
	struct pending_exec *pending = bpf_map_lookup_elem(&pending_execs, &old_pid);
	const volatile struct syscall_row *row;
	struct event_context *context;
	struct syscall_args *args;
	struct scratch *scratch;
	struct mm_struct *mm;
	struct blob blob = {};
	__u32 at;

	if (!pending)
		return 0;
	row = syscall__row(pending->index);
	scratch = record__begin(PROBE_TRACEPOINT, current, row->event - 1, sizeof(*args));
	if (!scratch)
		goto done;

	context = record__context(scratch);
	context->syscall = pending->index & (SYSCALLS_MAX - 1);
	context->timestamp = pending->timestamp;
	__builtin_memcpy(context->comm, pending->comm, sizeof(context->comm));
	if (pending->index & COMPAT_ROW)
		context->flags |= CONTEXT_COMPAT;
	args = record__args(scratch);
	__builtin_memcpy(args->raw, pending->raw, sizeof(args->raw));
	mm = BPF_CORE_READ(current, mm);
	at = row->fetch[0] == FETCH_STRING ? 0 : 1; /* execveat has a descriptor first */

	blob__exec_path(scratch, &blob, bprm);
	args->raw[at] = blob__raw(&blob);
	blob__user_strings_between(scratch, &blob, BPF_CORE_READ(mm, arg_start), BPF_CORE_READ(mm, arg_end));
	args->raw[at + 1] = blob__raw(&blob);
	if (exec_env)
		blob__user_strings_between(scratch, &blob, BPF_CORE_READ(mm, env_start), BPF_CORE_READ(mm, env_end));
	else
		blob__none(&blob);
	args->raw[at + 2] = blob__raw(&blob);

	record__submit(PROBE_TRACEPOINT, scratch);
done:
	bpf_map_delete_elem(&pending_execs, &old_pid);
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
