// SPDX-License-Identifier: GPL-2.0
#include "exec.h"
#include "maple.h"

#define AT_BASE 7
#define AUXV_PAIRS 24

/* Host thread id: name before the last rename. An exec renames before it reports itself. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 10240);
	__type(key, __u32);
	__type(value, char[16]);
} previous_names SEC(".maps");

TRACEPOINT(task_rename)
int BPF_PROG(exec_rename, struct task_struct *task)
{
	__u32 tid = READ(task, pid);
	char name[16] = {};

	bpf_core_read(name, sizeof(name), &task->comm);
	bpf_map_update_elem(&previous_names, &tid, name, BPF_ANY);
	return 0;
}

/* Where the kernel put the program interpreter (the dynamic loader); 0 for a static program. */
static __always_inline unsigned long mm__interpreter_base(struct mm_struct *mm)
{
	unsigned long pair[2];

	for (int i = 0; i < AUXV_PAIRS; i++) {
		if (bpf_probe_read_kernel(pair, sizeof(pair), (void *)mm + bpf_core_field_offset(struct mm_struct, saved_auxv) + i * sizeof(pair)))
			return 0;
		if (pair[0] == AT_BASE)
			return pair[1];
		if (pair[0] == 0)
			return 0;
	}
	return 0;
}

/* Until 524e00b36e8c (6.1) mappings were a tree; the maple tree since is not walked here: those kernels have the helper. */
static __always_inline struct file *mm__file_in_tree(struct mm_struct *mm, unsigned long address)
{
	struct mm_struct___5_10 *old = (void *)mm;
	struct rb_node *node;

	if (!bpf_core_field_exists(old->mm_rb))
		return 0;
	node = BPF_CORE_READ(old, mm_rb.rb_node);
	for (int i = 0; i < 24 && node; i++) {
		struct vm_area_struct *vma = (void *)node - bpf_core_field_offset(struct vm_area_struct___5_10, vm_rb);

		if (address < BPF_CORE_READ(vma, vm_start))
			node = BPF_CORE_READ(node, rb_left);
		else if (address >= BPF_CORE_READ(vma, vm_end))
			node = BPF_CORE_READ(node, rb_right);
		else
			return BPF_CORE_READ(vma, vm_file);
	}
	return 0;
}

#ifdef TYPED
static long vma__file(struct task_struct *task, struct vm_area_struct *vma, struct file **file)
{
	*file = vma->vm_file;
	return 0;
}
#endif

/* The file mapped at an address of the current task. */
static __always_inline struct file *mm__file_at(struct mm_struct *mm, unsigned long address)
{
#ifdef TYPED
	struct file *file = 0;

	/* 7c7e3d31e785 (5.17) */
	if (!bpf_core_enum_value_exists(enum bpf_func_id, BPF_FUNC_find_vma))
		return mm__file_in_tree(mm, address);
	bpf_find_vma(task__trusted(), address, vma__file, &file, 0);
	/* as a plain address, like those of BPF_CORE_READ */
	bpf_probe_read_kernel(&file, sizeof(file), &file);
	return file;
#else
	/* A red-black tree of mappings until 524e00b36e8c (6.1), a maple tree since. */
	struct mm_struct___6_1 *late = (void *)mm;

	if (bpf_core_field_exists(late->mm_mt)) {
		struct vm_area_struct *vma = maple__at(BPF_CORE_READ(late, mm_mt.ma_root), address);

		return vma ? BPF_CORE_READ(vma, vm_file) : 0;
	}
	return mm__file_in_tree(mm, address);
#endif
}

ON_TRACEPOINT(sched_process_exec, sched_process_exec, struct task_struct *task, int old_pid, struct linux_binprm *bprm)
{
	struct task_struct *current = task__current();
	struct sched_process_exec_args *args;
	struct scratch *scratch = record__begin(kind, current, EVENT_SCHED_PROCESS_EXEC, sizeof(*args));
	struct file *file, *interpreter, *input;
	__u32 tid = READ(current, pid);
	struct inode *node;
	struct fs_struct *fs;
	struct mm_struct *mm;
	char *previous;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	file = BPF_CORE_READ(bprm, file);
	mm = BPF_CORE_READ(current, mm);
	interpreter = mm__file_at(mm, mm__interpreter_base(mm));
	input = task__stdin(current);
	INODE_IDENTIFY(args, BPF_CORE_READ(file, f_inode));
	node = BPF_CORE_READ(interpreter, f_inode);
	args->interpreter_dev = inode__device(kind, node);
	args->interpreter_inode = BPF_CORE_READ(node, i_ino);
	args->interpreter_ctime = inode__ctime(kind, node);
	args->inode_mode = BPF_CORE_READ(file, f_inode, i_mode);
	args->stdin_type = BPF_CORE_READ(input, f_inode, i_mode) & S_IFMT;
	args->invoked_from_kernel = task__started_by_kernel(current);

	blob__text(scratch, &args->cmdpath, BPF_CORE_READ(bprm, filename));
	blob__file_path(kind, scratch, &args->pathname, file);
	blob__file_path(kind, scratch, &args->interpreter_pathname, interpreter);
	blob__user_strings_between(scratch, &args->argv, BPF_CORE_READ(mm, arg_start), BPF_CORE_READ(mm, arg_end));
	blob__text(scratch, &args->interp, BPF_CORE_READ(bprm, interp));
	blob__file_path(kind, scratch, &args->stdin_path, input);
	previous = bpf_map_lookup_elem(&previous_names, &tid);
	blob__text(scratch, &args->prev_comm, previous);
	if (exec_env)
		blob__user_strings_between(scratch, &args->env, BPF_CORE_READ(mm, env_start), BPF_CORE_READ(mm, env_end));
	else
		blob__none(&args->env);
	fs = BPF_CORE_READ(current, fs);
	blob__path(scratch, &args->pwd, BPF_CORE_READ(fs, pwd.mnt), BPF_CORE_READ(fs, pwd.dentry));

	record__submit(kind, scratch);
	bpf_map_delete_elem(&previous_names, &tid);
	return 0;
}
