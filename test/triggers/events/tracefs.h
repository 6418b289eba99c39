// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "truth.h"

#define TRACEFS "/sys/kernel/tracing"

/* The tracer's file system, in the mount namespace of this process alone where it is not mounted. */
static void need_tracefs(void)
{
	if (access(TRACEFS "/events", R_OK) != 0)
		must(unshare(CLONE_NEWNS) == 0 && mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
			     mount("tracefs", TRACEFS, "tracefs", 0, NULL) == 0,
		     "mount of tracefs");
}

/* Gives a file of the tracer one more line: the definition of a probe. */
static void write_line(const char *file, const char *line)
{
	char path[256];
	int fd;

	snprintf(path, sizeof(path), TRACEFS "/%s", file);
	fd = open(path, O_WRONLY | O_APPEND | O_CLOEXEC);
	must(fd >= 0 && write(fd, line, strlen(line)) == (ssize_t)strlen(line) && close(fd) == 0, line);
}
