/* SPDX-License-Identifier: GPL-2.0 */
/*
 * How a program is reached, and what follows from it. A body is written once and becomes a program for each way; `kind` is a constant in
 * each, so that nothing is decided at run time:
 *
 *   ON_TRACEPOINT(base, tracepoint, ...)  base             tp_btf or raw_tp
 *   ON_ENTRY(base, function, ...)         base__fentry     typed build only
 *                                         base__kprobe
 *   ON_RETURN(base, event, function, ..., ret)
 *                                         base__fexit      typed build only
 *                                         base__kretprobe  with base__kretprobe_entry, which keeps the parameters
 *   ON_CALL(base, event, function, ...)   base__fexit      with base__fexit_entry; base__keep says what is kept
 *                                         base__kretprobe  with base__kretprobe_entry
 *
 * base is the event's name, followed by __function where they differ (event-schema/events/probe.ts has the same rule). `...` are the
 * parameters of the hooked function from the first on; those of ON_RETURN are all, for the returned value stands behind them.
 */
#pragma once

#include "emit.h"

/* Parameters, by the calling convention: six in registers; the seventh of x86 lies above the return address. */
#if defined(__TARGET_ARCH_x86)
#define PARAMETERS(regs) { (regs)->di, (regs)->si, (regs)->dx, (regs)->cx, (regs)->r8, (regs)->r9 }
#define RETURNED(regs) ((regs)->ax)
#elif defined(__TARGET_ARCH_arm64)
#define PARAMETERS(regs) { (regs)->regs[0], (regs)->regs[1], (regs)->regs[2], (regs)->regs[3], (regs)->regs[4], (regs)->regs[5] }
#define RETURNED(regs) ((regs)->regs[0])
#endif
#define PARAMETERS_MAX 6

static __always_inline __u64 parameter__seventh(struct pt_regs *regs)
{
#if defined(__TARGET_ARCH_x86)
	__u64 value = 0;

	bpf_probe_read_kernel(&value, sizeof(value), (void *)regs->sp + sizeof(value));
	return value;
#elif defined(__TARGET_ARCH_arm64)
	return regs->regs[6];
#endif
}

#define BODY_CALL(base, kind, args...)                                              \
	({                                                                          \
		_Pragma("GCC diagnostic push")                                      \
		_Pragma("GCC diagnostic ignored \"-Wint-conversion\"")              \
		int result__ = base##__report(kind, ___bpf_ctx_cast(args));         \
		_Pragma("GCC diagnostic pop")                                       \
		result__;                                                           \
	})

#define BODY(base, args...) static __always_inline int base##__report(const enum probe_kind kind, void *probe_ctx, ##args)

#define ON_TRACEPOINT(base, tracepoint, args...)                                    \
	BODY(base, ##args);                                                         \
	TRACEPOINT(tracepoint) int base(unsigned long long *ctx)                    \
	{                                                                           \
		return BODY_CALL(base, PROBE_TRACEPOINT, args);                     \
	}                                                                           \
	BODY(base, ##args)

#ifdef TYPED
#define FENTRY_PROGRAM(base, function, args...)                                     \
	SEC("fentry/" #function) int base##__fentry(unsigned long long *ctx)        \
	{                                                                           \
		return BODY_CALL(base, PROBE_TYPED, args);                          \
	}

/* The returned value stands behind all parameters, however many this kernel has: asked of the helper where there is one, f92c1e183604 (5.17). */
static __always_inline __u64 fexit__returned(unsigned long long *raw, const int last)
{
	__u64 value = 0;

	if (!bpf_core_enum_value_exists(enum bpf_func_id, BPF_FUNC_get_func_ret))
		return raw[last];
	bpf_get_func_ret(raw, &value);
	return value;
}

#define FEXIT_PROGRAM(base, function, args...)                                      \
	SEC("fexit/" #function) int base##__fexit(unsigned long long *raw)          \
	{                                                                           \
		const int last = ___bpf_narg(args) - 1;                             \
		unsigned long long ctx[PARAMETERS_MAX + 1];                         \
                                                                                    \
		_Pragma("unroll") for (int i = 0; i < last; i++) ctx[i] = raw[i];   \
		ctx[last] = fexit__returned(raw, last);                             \
		return BODY_CALL(base, PROBE_TYPED, args);                          \
	}
#else
#define FENTRY_PROGRAM(base, function, args...)
#define FEXIT_PROGRAM(base, function, args...)
#endif

#define ON_ENTRY(base, function, args...)                                           \
	BODY(base, ##args);                                                         \
	FENTRY_PROGRAM(base, function, ##args)                                      \
	ON_ENTRY_KPROBE(base, function, ##args)

/* kprobe only: where the kernel's types bar the typed program (a parameter `const void *`, more parameters than a trampoline takes). */
#define ON_ENTRY_KPROBE(base, function, args...)                                    \
	BODY(base, ##args);                                                         \
	SEC("kprobe/" #function) int base##__kprobe(struct pt_regs *regs)           \
	{                                                                           \
		unsigned long long ctx[PARAMETERS_MAX + 1] = PARAMETERS(regs);      \
                                                                                    \
		if (___bpf_narg(args) > PARAMETERS_MAX)                             \
			ctx[PARAMETERS_MAX] = parameter__seventh(regs);             \
		return BODY_CALL(base, PROBE_KPROBE, args);                         \
	}                                                                           \
	BODY(base, ##args)

/* What a call was made with, until it returns. */
struct call {
	__u64 parameters[PARAMETERS_MAX];
};

struct call_key {
	__u32 tid;
	__u32 function; /* number of the ON_RETURN */
};

/* Bounded: a call that never returns (its thread was killed by an oops, its return probe missed) is evicted when the map is full. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 16384);
	__type(key, struct call_key);
	__type(value, struct call);
} calls SEC(".maps");

/* Keeps the parameters of a call that a scope wants. A function that calls itself loses the outer call. */
static __always_inline int call__keep(__u32 event, __u32 function, struct call *call)
{
	struct call_key key = { .tid = bpf_get_current_pid_tgid(), .function = function };

	if (scope__match(task__current(), filters__version(), event))
		bpf_map_update_elem(&calls, &key, call, BPF_ANY);
	return 0;
}

static __always_inline bool call__take(__u32 function, __u64 *parameters)
{
	struct call_key key = { .tid = bpf_get_current_pid_tgid(), .function = function };
	struct call *call = bpf_map_lookup_elem(&calls, &key);

	if (!call)
		return false;
	__builtin_memcpy(parameters, call->parameters, sizeof(call->parameters));
	bpf_map_delete_elem(&calls, &key);
	return true;
}

#define ON_RETURN(base, event, function, args...)                                   \
	BODY(base, ##args);                                                         \
	FEXIT_PROGRAM(base, function, ##args)                                       \
	ON_RETURN_KRETPROBE(base, event, function, ##args)

#define ON_RETURN_KRETPROBE(base, event, function, args...)                         \
	BODY(base, ##args);                                                         \
	enum { base##__call = __COUNTER__ };                                        \
	SEC("kprobe/" #function) int base##__kretprobe_entry(struct pt_regs *regs)  \
	{                                                                           \
		struct call call = { PARAMETERS(regs) };                            \
                                                                                    \
		return call__keep(event, base##__call, &call);                      \
	}                                                                           \
	SEC("kretprobe/" #function) int base##__kretprobe(struct pt_regs *regs)     \
	{                                                                           \
		unsigned long long ctx[PARAMETERS_MAX + 1];                         \
                                                                                    \
		if (!call__take(base##__call, ctx))                                 \
			return 0;                                                   \
		ctx[___bpf_narg(args) - 1] = RETURNED(regs);                        \
		return BODY_CALL(base, PROBE_KPROBE, args);                         \
	}                                                                           \
	BODY(base, ##args)

/*
 * Where what the function changes must be read before. KEEP is the body of the entry: it fills call->parameters and says whether the
 * return matters; the body of ON_CALL is that of the return and takes the struct call. Its pointers are plain numbers.
 */
#define KEEP(base, args...) static __always_inline bool base##__keep(const enum probe_kind kind, struct call *call, void *probe_ctx, ##args)

#define KEEP_CALL(base, kind, call, args...)                                        \
	({                                                                          \
		_Pragma("GCC diagnostic push")                                      \
		_Pragma("GCC diagnostic ignored \"-Wint-conversion\"")              \
		bool result__ = base##__keep(kind, call, ___bpf_ctx_cast(args));    \
		_Pragma("GCC diagnostic pop")                                       \
		result__;                                                           \
	})

#ifdef TYPED
#define FSESSION_PROGRAMS(base, event, function, args...)                           \
	SEC("fentry/" #function) int base##__fexit_entry(unsigned long long *ctx)   \
	{                                                                           \
		struct call call = {};                                              \
                                                                                    \
		if (!scope__selected(filters__version(), event) || !KEEP_CALL(base, PROBE_TYPED, &call, args)) \
			return 0;                                                   \
		return call__keep(event, base##__call, &call);                      \
	}                                                                           \
	SEC("fexit/" #function) int base##__fexit(void *ctx)                        \
	{                                                                           \
		struct call call;                                                   \
                                                                                    \
		return call__take(base##__call, call.parameters) ? base##__report(PROBE_TYPED, &call) : 0; \
	}
#else
#define FSESSION_PROGRAMS(base, event, function, args...)
#endif

#define ON_CALL(base, event, function, args...)                                     \
	static __always_inline int base##__report(const enum probe_kind kind, struct call *call); \
	enum { base##__call = __COUNTER__ };                                        \
	FSESSION_PROGRAMS(base, event, function, ##args)                            \
	SEC("kprobe/" #function) int base##__kretprobe_entry(struct pt_regs *regs)  \
	{                                                                           \
		unsigned long long ctx[PARAMETERS_MAX] = PARAMETERS(regs);          \
		struct call call = {};                                              \
                                                                                    \
		if (!scope__selected(filters__version(), event) || !KEEP_CALL(base, PROBE_KPROBE, &call, args)) \
			return 0;                                                   \
		return call__keep(event, base##__call, &call);                      \
	}                                                                           \
	SEC("kretprobe/" #function) int base##__kretprobe(struct pt_regs *regs)     \
	{                                                                           \
		struct call call;                                                   \
                                                                                    \
		return call__take(base##__call, call.parameters) ? base##__report(PROBE_KPROBE, &call) : 0; \
	}                                                                           \
	static __always_inline int base##__report(const enum probe_kind kind, struct call *call)
