// SPDX-License-Identifier: Apache-2.0
/* Perf events that are probes: of a tracepoint, of a kernel function, of a place in a program. */
#pragma once
#include "tracefs.h"

#include <linux/perf_event.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>

static unsigned read_number(const char *path)
{
	FILE *file = fopen(path, "r");
	unsigned value = 0;

	must(file != NULL && fscanf(file, "%u", &value) == 1, path);
	fclose(file);
	return value;
}

static int open_perf_event(struct perf_event_attr attributes)
{
	int event;

	attributes.size = sizeof(attributes);
	attributes.disabled = 1;
	event = syscall(SYS_perf_event_open, &attributes, 0, -1, -1, PERF_FLAG_FD_CLOEXEC);
	must(event >= 0, "perf_event_open");
	return event;
}

/* `place` is group/name. */
static int open_tracepoint(const char *place)
{
	char path[256];

	snprintf(path, sizeof(path), TRACEFS "/events/%s/id", place);
	return open_perf_event((struct perf_event_attr){ .type = PERF_TYPE_TRACEPOINT, .config = read_number(path) });
}

/* `kind` is kprobe or uprobe, `place` the function (NULL: at is its address) or the file; the lowest bit of config asks for returns. */
static int open_probe(const char *kind, const char *place, unsigned long long at, int of_return)
{
	char path[256];

	snprintf(path, sizeof(path), "/sys/bus/event_source/devices/%s/type", kind);
	return open_perf_event((struct perf_event_attr){ .type = read_number(path), .config = of_return, .config1 = (uintptr_t)place, .config2 = at });
}
