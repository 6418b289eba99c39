// SPDX-License-Identifier: GPL-2.0
#include "file.h"

static __always_inline int zeroed__report(const enum probe_kind kind, const char *name, int length, __u64 inode)
{
	struct zeroed_inodes_args *args;
	struct scratch *scratch;

	if (inode)
		return 0;
	scratch = record__begin(kind, task__current(), EVENT_ZEROED_INODES, sizeof(*args));

	if (!scratch)
		return 0;

	args = record__args(scratch);

	blob__bytes(scratch, &args->dirent_name, name, length);

	record__submit(kind, scratch);
	return 0;
}

ON_ENTRY(zeroed_inodes__filldir64, filldir64, void *context, const char *name, int length, __s64 offset, __u64 inode)
{
	return zeroed__report(kind, name, length, inode);
}

ON_ENTRY(zeroed_inodes__filldir, filldir, void *context, const char *name, int length, __s64 offset, __u64 inode)
{
	return zeroed__report(kind, name, length, inode);
}
