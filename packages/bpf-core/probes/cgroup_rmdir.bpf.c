// SPDX-License-Identifier: GPL-2.0
#include "cgroup.h"

ON_TRACEPOINT(cgroup_rmdir, cgroup_rmdir, struct cgroup *cgroup, const char *path)
{
	struct cgroup_rmdir_args *args;
	struct scratch *scratch;

	if (cgroup__tells_containers(cgroup))
		cgroup__drop(cgroup);
	scratch = cgroup__begin(kind, cgroup, EVENT_CGROUP_RMDIR, sizeof(*args));
	if (!scratch)
		return 0;

	args = record__args(scratch);
	CGROUP_IDENTIFY(args, cgroup);

	blob__text(scratch, &args->cgroup_path, path);

	record__submit(kind, scratch);
	return 0;
}

/* The same moment as container_remove. */
ON_TRACEPOINT(container_remove__cgroup_rmdir, cgroup_rmdir, struct cgroup *cgroup, const char *path)
{
	struct container_remove_args *args;
	struct scratch *scratch;

	if (!cgroup__tells_containers(cgroup))
		return 0;
	scratch = record__begin(kind, task__current(), EVENT_CONTAINER_REMOVE, sizeof(*args));
	if (!scratch)
		return 0;

	args = record__args(scratch);
	__builtin_memset(args, 0, sizeof(*args));

	blob__text(scratch, &args->container_id, path);

	record__submit(kind, scratch);
	return 0;
}
