/* SPDX-License-Identifier: GPL-2.0 */
/* What identifies a file: path, device, inode, change time. The names are those of the arguments (dev, inode, ctime). */
#pragma once

#include "path.h"
#include "probe.h"

#define S_IFMT 0170000
#define S_IFSOCK 0140000
#define S_IFREG 0100000
#define S_IFCHR 0020000
#define S_IFIFO 0010000
#define PROT_WRITE 2
#define PROT_EXEC 4

/* Device number as stat(2) and Tracee show it: the kernel's own encoding, major << 20 | minor. */
static __always_inline __u32 inode__device(const enum probe_kind kind, struct inode *inode)
{
	return LOAD(inode, i_sb, s_dev);
}

static __always_inline struct inode *file__inode(const enum probe_kind kind, struct file *file)
{
	return LOAD(file, f_inode);
}

/* Fills args->dev, args->inode and args->ctime. */
#define INODE_IDENTIFY(args, node)                       \
	({                                               \
		struct inode *node__ = (node);           \
		(args)->dev = inode__device(kind, node__); \
		(args)->inode = LOAD(node__, i_ino);     \
		(args)->ctime = inode__ctime(kind, node__); \
	})

/* Likewise, and args->flags; all 0 where there is no file. */
#define FILE_IDENTIFY(args, file)                                           \
	({                                                                  \
		if (file) {                                                 \
			(args)->flags = LOAD(file, f_flags);                \
			INODE_IDENTIFY(args, file__inode(kind, file));      \
		} else {                                                    \
			(args)->flags = 0;                                  \
			(args)->dev = 0;                                    \
			(args)->inode = 0;                                  \
			(args)->ctime = 0;                                  \
		}                                                           \
	})

/* The file of a task's descriptor, a plain address; null when closed. */
static __always_inline struct file *task__file(struct task_struct *task, __u32 descriptor)
{
	struct fdtable *table = BPF_CORE_READ(task, files, fdt);
	struct file **files = BPF_CORE_READ(table, fd), *file = 0;

	if (descriptor < BPF_CORE_READ(table, max_fds))
		bpf_probe_read_kernel(&file, sizeof(file), files + descriptor);
	return file;
}

static __always_inline void blob__file_path(const enum probe_kind kind, struct scratch *scratch, struct blob *blob, struct file *file)
{
	if (!file)
		return blob__none(blob);
	blob__path(scratch, blob, LOAD(file, f_path.mnt), LOAD(file, f_path.dentry));
}
