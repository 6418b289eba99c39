// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

int main(void)
{
	const char *directory = work_directory();

	must(mkdir("mnt", 0755) == 0, "mkdir");
	must(mount("named device", "mnt", "tmpfs", MS_NOSUID | MS_NOEXEC, "size=1m") == 0, "mount");
	must(umount("mnt") == 0, "umount");

	expect("security_sb_mount");
	text("dev_name", "named device");
	text("path", join(directory, "mnt"));
	text("type", "tmpfs");
	number("flags", MS_NOSUID | MS_NOEXEC);
	finish(0);
	return 0;
}
