// SPDX-License-Identifier: Apache-2.0
#include "loop.h"

#include <sys/sysmacros.h>

static void told(const char *name, const char *parent)
{
	expect("device_add");
	text("name", name);
	text("parent_name", parent);
	finish(0);
}

/* A loop device, which has no parent, and a partition on it, which has that. */
int main(void)
{
	struct blkpg_partition partition = { .start = 4096, .length = 4096, .pno = 1 };
	struct blkpg_ioctl_arg argument = { .op = BLKPG_ADD_PARTITION, .datalen = sizeof(partition), .data = &partition };
	const char *image = join(work_directory(), "image");
	struct loop loop = loop_add("device_add");
	int device, backing = open(image, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

	must(backing >= 0 && ftruncate(backing, 1 << 20) == 0, image);
	must(mknod("device", S_IFBLK | 0600, makedev(7, loop.number * 8)) == 0, "mknod");
	device = open("device", O_RDWR | O_CLOEXEC);
	must(device >= 0 && ioctl(device, LOOP_SET_FD, backing) == 0, "LOOP_SET_FD");
	must(ioctl(device, BLKPG, &argument) == 0, "BLKPG_ADD_PARTITION");
	argument.op = BLKPG_DEL_PARTITION;
	must(ioctl(device, BLKPG, &argument) == 0, "BLKPG_DEL_PARTITION");
	must(ioctl(device, LOOP_CLR_FD) == 0 && close(device) == 0, "LOOP_CLR_FD");
	loop_remove(&loop);

	told(loop.name, NULL);
	told("loop77p1", loop.name);
	return 0;
}
