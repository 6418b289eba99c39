// SPDX-License-Identifier: GPL-2.0
#include "blob.h"
#include "probe.h"

ON_RETURN(register_chrdev____register_chrdev, EVENT_REGISTER_CHRDEV, __register_chrdev, __u32 major, __u32 first, __u32 count, const char *name,
	  const void *operations, int ret)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_REGISTER_CHRDEV, sizeof(struct register_chrdev_args));
	struct register_chrdev_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->requested_major_number = major;
	args->granted_major_number = ret < 0 ? 0 : major ? major : ret; /* the function returns only what it chose itself */
	args->char_device_fops = (__u64)operations;
	record__context(scratch)->ret = ret;

	blob__text(scratch, &args->char_device_name, name);

	record__submit(kind, scratch);
	return 0;
}
