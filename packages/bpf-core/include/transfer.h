/* SPDX-License-Identifier: GPL-2.0 */
/* Reads and writes, seen when they return. */
#pragma once

#include "file.h"

/* Where a transfer of `ret` bytes began: the position has moved on by then. Right for O_APPEND too, where it was not known before. */
static __always_inline __s64 transfer__start(__s64 *pos, long ret)
{
	__s64 end = 0;

	if (!pos || bpf_probe_read_kernel(&end, sizeof(end), pos))
		return 0;
	return end && ret > 0 ? end - ret : end;
}

/* Fills args->dev, args->inode, args->pos and the returned value. */
#define TRANSFER_FILL(args, file, position, ret)                            \
	({                                                                  \
		(args)->dev = inode__device(kind, file__inode(kind, file)); \
		(args)->inode = LOAD(file, f_inode, i_ino);                 \
		(args)->pos = transfer__start(position, ret);               \
		record__context(scratch)->ret = (ret);                      \
	})
