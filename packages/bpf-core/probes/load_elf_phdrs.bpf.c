// SPDX-License-Identifier: GPL-2.0
#include "file.h"

ON_ENTRY(load_elf_phdrs, load_elf_phdrs, void *header, struct file *file)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_LOAD_ELF_PHDRS, sizeof(struct load_elf_phdrs_args));
	struct load_elf_phdrs_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->dev = inode__device(kind, file__inode(kind, file));
	args->inode = LOAD(file, f_inode, i_ino);

	blob__file_path(kind, scratch, &args->pathname, file);

	record__submit(kind, scratch);
	return 0;
}
