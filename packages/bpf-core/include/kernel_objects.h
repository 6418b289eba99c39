/* SPDX-License-Identifier: GPL-2.0 */
/* The kernel's types of modules, devices, probes and BPF, as far as they are read here (see kernel.h). */
#pragma once

#include "kernel.h"
#include "read.h"

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpadded" /* partial types, not layouts */
#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)

struct module {
	char name[56];
	const char *version;
	const char *srcversion;
};

struct kobject {
	const char *name;
};

struct device {
	struct kobject kobj;
	struct device *parent;
	const char *init_name;
};

struct kprobe {
	const char *symbol_name;
	void *pre_handler, *post_handler;
	void *addr;
};

struct kretprobe {
	struct kprobe kp;
	void *handler;
};

struct tracepoint {
	const char *name;
};

struct bpf_map {
	__u32 id;
	char name[16];
};

struct bpf_prog_aux {
	__u32 id;
	char name[16];
	const char *attach_func_name;
};

struct bpf_prog {
	enum bpf_prog_type type;
	enum bpf_attach_type expected_attach_type;
	__u32 len; /* instructions */
	struct bpf_prog_aux *aux;
	struct bpf_insn insnsi[1];
};

#pragma clang attribute pop
#pragma clang diagnostic pop
