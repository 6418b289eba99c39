/* SPDX-License-Identifier: GPL-2.0 */
/*
 * One source, two builds. TYPED: tp_btf programs, kernel pointers carry their BTF type and are read by plain loads, a third of the
 * cost. Otherwise raw tracepoints, every step a bpf_probe_read_kernel, for kernels without BTF of their own or the task helper (5.11).
 */
#pragma once

#include <linux/bpf.h>
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

#include "kernel.h"

/* How a program was reached. Tracepoints and kprobes run with preemption off, PROBE_TYPED (fentry, fexit) only stays on its CPU. */
enum probe_kind {
	PROBE_TRACEPOINT,
	PROBE_TYPED,
	PROBE_KPROBE,
};

#ifdef TYPED
/* Stands for bpf_rdonly_cast, or where the kernel has none for the pointer as it is: the collector writes it when it loads. */
#define PLAIN_CALL 0x70636173
static void *(*const pointer__plain)(const void *pointer, __u32 type) = (void *)PLAIN_CALL;

/*
 * The pointer without the kernel's word for what it points to. Loads through a trusted one make the verifier (from 6.3) look for a marked
 * field in the names of all of its types, 1 ms for every pointer that a path of the program reads: half of the time that loading took.
 */
#define PLAIN(pointer) ((typeof(pointer))pointer__plain(pointer, bpf_core_type_id_kernel(typeof(*(pointer)))))

#define TRACEPOINT(name) SEC("tp_btf/" #name)
#define READ(from, ...) ___arrow(from, __VA_ARGS__)
#define task__trusted() bpf_get_current_task_btf()
#define task__current() PLAIN(task__trusted())
#else
#define PLAIN(pointer) (pointer)
#define TRACEPOINT(name) SEC("raw_tp/" #name)
#define READ(from, ...) BPF_CORE_READ(from, __VA_ARGS__)
#define task__trusted() ((struct task_struct *)bpf_get_current_task())
#define task__current() task__trusted()
#endif

/* Loads through a parameter of the hooked function: it carries its type where the kernel vouches for it, and is a number elsewhere. */
#ifdef TYPED
#define LOAD(from, ...) (kind == PROBE_TYPED ? ___arrow(PLAIN(from), __VA_ARGS__) : BPF_CORE_READ(from, __VA_ARGS__))
#else
#define LOAD(from, ...) BPF_CORE_READ(from, __VA_ARGS__)
#endif
