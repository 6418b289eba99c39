// SPDX-License-Identifier: Apache-2.0
/* Perf events on tracepoints. */
#pragma once
#include "tracefs.h"

#include <linux/perf_event.h>
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
