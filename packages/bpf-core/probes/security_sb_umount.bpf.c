// SPDX-License-Identifier: GPL-2.0
#include "file.h"

ON_ENTRY(security_sb_umount, security_sb_umount, struct vfsmount *mnt, int flags)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_SECURITY_SB_UMOUNT, sizeof(struct security_sb_umount_args));
	struct security_sb_umount_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->flags = flags;

	blob__path(scratch, &args->mountpoint, mnt, LOAD(mnt, mnt_root));
	blob__text(scratch, &args->type, LOAD(mnt, mnt_sb, s_type, name));

	record__submit(kind, scratch);
	return 0;
}
