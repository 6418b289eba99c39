// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "truth.h"

/* Makes the hierarchy of cgroup v2 seen in the working directory, and gives a path for a cgroup there that no other test has. */
static const char *cgroup_path(void)
{
	char *path;

	must(mkdir("cgroup", 0755) == 0 && mount("none", "cgroup", "cgroup2", 0, "") == 0, "mount cgroup2");
	must(asprintf(&path, "cgroup/tracee-%d", getpid()) > 0, "asprintf");
	return path;
}

/* As the events have it: from the root of the hierarchy. */
static const char *in_hierarchy(const char *path)
{
	return path + strlen("cgroup");
}

/* The id of a container that never was. */
static const char *container_id(void)
{
	static char id[65];

	snprintf(id, sizeof(id), "%064x", getpid());
	return id;
}

/* Its cgroup below another one, as Docker names it. */
static const char *container_path(const char *parent)
{
	char *name;

	must(asprintf(&name, "docker-%s.scope", container_id()) > 0, "asprintf");
	return join(parent, name);
}
