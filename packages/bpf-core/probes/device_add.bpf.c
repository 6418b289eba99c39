// SPDX-License-Identifier: GPL-2.0
#include "blob.h"
#include "kernel_objects.h"
#include "probe.h"

/* A device has its name in its object, or, until it is added, as that of its driver. */
static __always_inline const char *device__name(const enum probe_kind kind, struct device *device)
{
	const char *name = LOAD(device, kobj.name);

	return name ? name : LOAD(device, init_name);
}

ON_ENTRY(device_add, device_add, struct device *device)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_DEVICE_ADD, sizeof(struct device_add_args));
	struct device_add_args *args;
	struct device *parent;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	parent = LOAD(device, parent);

	blob__text(scratch, &args->name, device__name(kind, device));
	blob__text(scratch, &args->parent_name, parent ? device__name(kind, parent) : 0);

	record__submit(kind, scratch);
	return 0;
}
