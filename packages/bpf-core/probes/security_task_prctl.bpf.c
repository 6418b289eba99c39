// SPDX-License-Identifier: GPL-2.0
#include "file.h"

#define PR_SET_SECUREBITS 28
#define PR_SET_MM 35
#define PR_SET_VMA 0x53564d41
#define PR_SET_VMA_ANON_NAME 0

/* What PR_SET_MM sets: one field, or several from a struct prctl_mm_map. */
enum memory_option {
	PR_SET_MM_START_CODE = 1,
	PR_SET_MM_END_CODE = 2,
	PR_SET_MM_START_DATA = 3,
	PR_SET_MM_END_DATA = 4,
	PR_SET_MM_START_STACK = 5,
	PR_SET_MM_START_BRK = 6,
	PR_SET_MM_BRK = 7,
	PR_SET_MM_ARG_START = 8,
	PR_SET_MM_ARG_END = 9,
	PR_SET_MM_ENV_START = 10,
	PR_SET_MM_ENV_END = 11,
	PR_SET_MM_AUXV = 12,
	PR_SET_MM_EXE_FILE = 13,
	PR_SET_MM_MAP = 14,
};

#define MAP_ADDRESSES 11
#define AUXV_PAIRS_MAX 40

/* The end of struct prctl_mm_map, behind its addresses. */
struct map_rest {
	__u64 auxv;
	__u32 auxv_size;
	__u32 exe_fd;
};

/* Bytes of the auxiliary vector, with the pair of type 0 that ends it. */
static __always_inline __u32 auxv__bytes(void *vector)
{
	__u64 type = 0;

	for (__u32 i = 0; i < AUXV_PAIRS_MAX; i++)
		if (bpf_probe_read_kernel(&type, sizeof(type), vector + i * 16) || !type)
			return (i + 1) * 16;
	return AUXV_PAIRS_MAX * 16;
}

static __always_inline void memory__old(struct scratch *scratch, struct security_task_prctl_args *args, struct task_struct *task)
{
	struct mm_struct *mm = BPF_CORE_READ(task, mm);
	struct file *program = BPF_CORE_READ(mm, exe_file);
	struct inode *inode = BPF_CORE_READ(program, f_inode);
	void *auxv = (void *)mm + bpf_core_field_offset(struct mm_struct, saved_auxv);
	__u32 auxv_size = auxv__bytes(auxv);

	args->old_start_code = BPF_CORE_READ(mm, start_code);
	args->old_end_code = BPF_CORE_READ(mm, end_code);
	args->old_start_data = BPF_CORE_READ(mm, start_data);
	args->old_end_data = BPF_CORE_READ(mm, end_data);
	args->old_start_brk = BPF_CORE_READ(mm, start_brk);
	args->old_brk = BPF_CORE_READ(mm, brk);
	args->old_start_stack = BPF_CORE_READ(mm, start_stack);
	args->old_arg_start = BPF_CORE_READ(mm, arg_start);
	args->old_arg_end = BPF_CORE_READ(mm, arg_end);
	args->old_env_start = BPF_CORE_READ(mm, env_start);
	args->old_env_end = BPF_CORE_READ(mm, env_end);
	args->old_dev = inode__device(PROBE_KPROBE, inode);
	args->old_inode = BPF_CORE_READ(inode, i_ino);
	args->old_ctime = inode__ctime(PROBE_KPROBE, inode);
	args->old_inode_mode = BPF_CORE_READ(inode, i_mode);

	barrier_var(auxv_size); /* the verifier of 5.10 wants to see it bounded by a mask */
	blob__bytes(scratch, &args->old_auxv, auxv, auxv_size);
	blob__file_path(PROBE_KPROBE, scratch, &args->old_pathname, program);
}

static __always_inline void memory__new_program(struct scratch *scratch, struct security_task_prctl_args *args, struct file *program)
{
	struct inode *inode = BPF_CORE_READ(program, f_inode);

	if (!program)
		return;
	args->new_dev = inode__device(PROBE_KPROBE, inode);
	args->new_inode = BPF_CORE_READ(inode, i_ino);
	args->new_ctime = inode__ctime(PROBE_KPROBE, inode);
	args->new_inode_mode = BPF_CORE_READ(inode, i_mode);

	blob__file_path(PROBE_KPROBE, scratch, &args->new_pathname, program);
}

static __always_inline __u64 *memory__field(struct security_task_prctl_args *args, __u64 what)
{
	switch (what) {
	case PR_SET_MM_START_CODE:
		return &args->new_start_code;
	case PR_SET_MM_END_CODE:
		return &args->new_end_code;
	case PR_SET_MM_START_DATA:
		return &args->new_start_data;
	case PR_SET_MM_END_DATA:
		return &args->new_end_data;
	case PR_SET_MM_START_STACK:
		return &args->new_start_stack;
	case PR_SET_MM_START_BRK:
		return &args->new_start_brk;
	case PR_SET_MM_BRK:
		return &args->new_brk;
	case PR_SET_MM_ARG_START:
		return &args->new_arg_start;
	case PR_SET_MM_ARG_END:
		return &args->new_arg_end;
	case PR_SET_MM_ENV_START:
		return &args->new_env_start;
	case PR_SET_MM_ENV_END:
		return &args->new_env_end;
	default:
		return 0;
	}
}

static __always_inline void memory__new(struct scratch *scratch, struct security_task_prctl_args *args, struct task_struct *task, __u64 what,
					__u64 value, __u64 size)
{
	struct map_rest rest = { .exe_fd = -1 };
	__u64 *field = memory__field(args, what);
	__u32 auxv_size;

	if (field)
		*field = value;
	if (what == PR_SET_MM_MAP) {
		bpf_probe_read_user(&args->new_start_code, MAP_ADDRESSES * sizeof(__u64), (void *)value);
		bpf_probe_read_user(&rest, sizeof(rest), (void *)value + MAP_ADDRESSES * sizeof(__u64));
	} else if (what == PR_SET_MM_AUXV) {
		rest.auxv = value;
		rest.auxv_size = size;
	} else if (what == PR_SET_MM_EXE_FILE) {
		rest.exe_fd = value;
	}

	auxv_size = rest.auxv_size;
	if (auxv_size && auxv_size < PATH_MAX_BYTES) {
		barrier_var(auxv_size);
		blob__user_bytes(scratch, &args->new_auxv, (void *)rest.auxv, auxv_size);
	}
	memory__new_program(scratch, args, task__file(task, rest.exe_fd));
}

ON_ENTRY(security_task_prctl, security_task_prctl, int option, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)
{
	struct task_struct *task = task__current();
	struct scratch *scratch = record__begin(kind, task, EVENT_SECURITY_TASK_PRCTL, sizeof(struct security_task_prctl_args));
	struct security_task_prctl_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	__builtin_memset(args, 0, sizeof(*args));
	args->option = option;
	args->arg2 = arg2;
	args->arg3 = arg3;
	args->arg4 = arg4;
	args->arg5 = arg5;
	if (option == PR_SET_SECUREBITS)
		args->old_securebits = BPF_CORE_READ(task, cred, securebits);

	blob__user_text(scratch, &args->vma_name, (__u32)option == PR_SET_VMA && arg2 == PR_SET_VMA_ANON_NAME ? (void *)arg5 : 0);
	blob__none(&args->old_auxv);
	blob__none(&args->old_pathname);
	blob__none(&args->new_auxv);
	blob__none(&args->new_pathname);
	if (option == PR_SET_MM) {
		memory__old(scratch, args, task);
		memory__new(scratch, args, task, arg2, arg3, arg4);
	}

	record__submit(kind, scratch);
	return 0;
}
