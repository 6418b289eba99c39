// SPDX-License-Identifier: GPL-2.0
#include "blob.h"
#include "kernel_objects.h"
#include "probe.h"

/* What a module is called, kept while it is initialized: when that fails, the module is gone. */
struct module_names {
	char name[64];
	char version[64];
	char srcversion[32];
	__u8 has_version, has_srcversion, unused[6];
};

/* Host thread id. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 256);
	__type(key, __u32);
	__type(value, struct module_names);
} modules_in_init SEC(".maps");

/* The last thing before do_init_module, in the same thread. */
ON_TRACEPOINT(do_init_module__module_load, module_load, struct module *module)
{
	__u32 tid = bpf_get_current_pid_tgid();
	const char *version = BPF_CORE_READ(module, version), *srcversion = BPF_CORE_READ(module, srcversion);
	struct module_names names = { .has_version = version != 0, .has_srcversion = srcversion != 0 };

	bpf_probe_read_kernel_str(names.name, sizeof(names.name), (void *)module + bpf_core_field_offset(struct module, name));
	bpf_probe_read_kernel_str(names.version, sizeof(names.version), version);
	bpf_probe_read_kernel_str(names.srcversion, sizeof(names.srcversion), srcversion);
	bpf_map_update_elem(&modules_in_init, &tid, &names, BPF_ANY);
	return 0;
}

ON_RETURN(do_init_module, EVENT_DO_INIT_MODULE, do_init_module, struct module *module, int ret)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_DO_INIT_MODULE, sizeof(struct do_init_module_args));
	__u32 tid = bpf_get_current_pid_tgid();
	struct do_init_module_args *args;
	struct module_names *names;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	names = bpf_map_lookup_elem(&modules_in_init, &tid);
	record__context(scratch)->ret = ret;

	blob__text(scratch, &args->name, names ? names->name : 0);
	blob__text(scratch, &args->version, names && names->has_version ? names->version : 0);
	blob__text(scratch, &args->src_version, names && names->has_srcversion ? names->srcversion : 0);
	bpf_map_delete_elem(&modules_in_init, &tid);

	record__submit(kind, scratch);
	return 0;
}
