// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

int main(void)
{
	const char *directory = work_directory();

	must(mkdir("mnt", 0755) == 0 && mount("none", "mnt", "tmpfs", 0, "") == 0, "mount");
	must(umount2("mnt", MNT_DETACH) == 0, "umount2");

	expect("security_sb_umount");
	text("mountpoint", join(directory, "mnt"));
	text("type", "tmpfs");
	number("flags", MNT_DETACH);
	finish(0);
	return 0;
}
