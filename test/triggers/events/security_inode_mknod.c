// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

/* Makes a device node (the null device's numbers) and a FIFO. */
int main(void)
{
	work_directory();
	must(mkdir("mnt", 0755) == 0 && mount("none", "mnt", "tmpfs", 0, "") == 0, "mount");
	umask(0);
	must(mknod("mnt/device", S_IFCHR | 0640, makedev(1, 3)) == 0, "mknod");
	must(mkfifo("mnt/fifo", 0600) == 0, "mkfifo");
	must(umount("mnt") == 0, "umount");

	expect("security_inode_mknod");
	text("file_name", "/device");
	number("mode", S_IFCHR | 0640);
	number("dev", device(makedev(1, 3)));
	finish(0);
	expect("security_inode_mknod");
	text("file_name", "/fifo");
	number("mode", S_IFIFO | 0600);
	number("dev", 0);
	finish(0);
	return 0;
}
