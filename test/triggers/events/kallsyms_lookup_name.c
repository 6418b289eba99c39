// SPDX-License-Identifier: Apache-2.0
#include "bpf_truth.h"

#include <linux/btf.h>

static const char *const function = "proc_create";

/* Bytes that follow a type of the kernel's BTF. */
static size_t behind(const struct btf_type *type)
{
	const unsigned count = BTF_INFO_VLEN(type->info);

	switch (BTF_INFO_KIND(type->info)) {
	case BTF_KIND_INT:
	case BTF_KIND_VAR:
	case 17: /* a tag of a declaration */
		return 4;
	case BTF_KIND_ARRAY:
		return sizeof(struct btf_array);
	case BTF_KIND_STRUCT:
	case BTF_KIND_UNION:
	case BTF_KIND_DATASEC:
	case 19: /* an enumeration of 64 bits */
		return 12 * count;
	case BTF_KIND_ENUM:
	case BTF_KIND_FUNC_PROTO:
		return 8 * count;
	default:
		return 0;
	}
}

/* The number of the function in the kernel's BTF. */
static int function_id(void)
{
	static char content[16 << 20];
	const struct btf_header *head = (void *)content;
	int fd = open("/sys/kernel/btf/vmlinux", O_RDONLY), id = 1;
	const char *at, *end, *names;
	size_t length = 0;
	ssize_t some;

	must(fd >= 0, "the kernel's BTF");
	while ((some = read(fd, content + length, sizeof(content) - length)) > 0)
		length += some;
	at = content + head->hdr_len + head->type_off;
	end = at + head->type_len;
	names = content + head->hdr_len + head->str_off;
	for (; at < end; id++) {
		const struct btf_type *type = (void *)at;

		if (BTF_INFO_KIND(type->info) == BTF_KIND_FUNC && !strcmp(names + type->name_off, function))
			return id;
		at += sizeof(*type) + behind(type);
	}
	errno = ENOENT;
	must(0, function);
	return 0;
}

/* A program for the entry of a function: the verifier looks up where that is. It is attached nowhere. */
int main(void)
{
	const struct bpf_insn program[] = {
		{ .code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = 0, .imm = 0 },
		{ .code = BPF_JMP | BPF_EXIT },
	};
	union bpf_attr attributes = {
		.prog_type = BPF_PROG_TYPE_TRACING,
		.expected_attach_type = BPF_TRACE_FENTRY,
		.insns = (uintptr_t)program,
		.insn_cnt = sizeof(program) / sizeof(*program),
		.license = (uintptr_t) "GPL",
	};

	start();
	attributes.attach_btf_id = function_id();
	must(bpf(BPF_PROG_LOAD, &attributes) >= 0, "BPF_PROG_LOAD");

	expect("kallsyms_lookup_name");
	text("symbol_name", function);
	address("symbol_address", symbol_address(function, NULL));
	finish(0);
	return 0;
}
