// SPDX-License-Identifier: GPL-2.0
#include "file.h"

ON_RETURN(inotify_watch__inotify_find_inode, EVENT_INOTIFY_WATCH, inotify_find_inode, const char *name, struct path *path, unsigned int flags,
	  __u64 mask, int ret)
{
	struct scratch *scratch;
	struct inotify_watch_args *args;
	struct inode *inode;

	if (ret)
		return 0;
	scratch = record__begin(kind, task__current(), EVENT_INOTIFY_WATCH, sizeof(*args));
	if (!scratch)
		return 0;

	args = record__args(scratch);
	inode = LOAD(path, dentry, d_inode);
	args->inode = LOAD(inode, i_ino);
	args->dev = inode__device(kind, inode);

	blob__path(scratch, &args->pathname, LOAD(path, mnt), LOAD(path, dentry));

	record__submit(kind, scratch);
	return 0;
}
