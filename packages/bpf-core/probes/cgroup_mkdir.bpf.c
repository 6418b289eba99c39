// SPDX-License-Identifier: GPL-2.0
#include "cgroup.h"

ON_TRACEPOINT(cgroup_mkdir, cgroup_mkdir, struct cgroup *cgroup, const char *path)
{
	struct cgroup_mkdir_args *args;
	struct scratch *scratch;

	if (cgroup__tells_containers(cgroup))
		cgroup__take(cgroup);
	scratch = cgroup__begin(kind, cgroup, EVENT_CGROUP_MKDIR, sizeof(*args));
	if (!scratch)
		return 0;

	args = record__args(scratch);
	CGROUP_IDENTIFY(args, cgroup);

	blob__text(scratch, &args->cgroup_path, path);

	record__submit(kind, scratch);
	return 0;
}

/* The same moment as container_create: the collector sees from the path whether it is one, and asks the runtime for the rest. */
ON_TRACEPOINT(container_create__cgroup_mkdir, cgroup_mkdir, struct cgroup *cgroup, const char *path)
{
	struct container_create_args *args;
	struct scratch *scratch;

	if (!cgroup__tells_containers(cgroup))
		return 0;
	scratch = record__begin(kind, task__current(), EVENT_CONTAINER_CREATE, sizeof(*args));
	if (!scratch)
		return 0;

	args = record__args(scratch);
	__builtin_memset(args, 0, sizeof(*args));
	args->ctime = record__context(scratch)->timestamp;

	blob__text(scratch, &args->container_id, path);

	record__submit(kind, scratch);
	return 0;
}
