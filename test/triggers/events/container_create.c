// SPDX-License-Identifier: Apache-2.0
#include "cgroup.h"

/* A cgroup as Docker names it. What is below it, or is no container's, is none. */
int main(void)
{
	const char *parent, *path, *below;
	struct timespec before, after;

	work_directory();
	parent = cgroup_path();
	must(mkdir(parent, 0755) == 0, parent);
	path = container_path(parent);
	below = join(path, "init");
	before = now();
	must(mkdir(path, 0755) == 0, path);
	after = now();
	must(mkdir(below, 0755) == 0, below);
	must(rmdir(below) == 0 && rmdir(path) == 0 && rmdir(parent) == 0, path);

	expect("container_create");
	text("runtime", "docker");
	text("container_id", container_id());
	between("ctime", nanoseconds(before), nanoseconds(after));
	text("container_image", "");
	text("container_image_digest", "");
	text("container_name", "");
	text("pod_name", "");
	text("pod_namespace", "");
	text("pod_uid", "");
	boolean("pod_sandbox", 0);
	finish(0);
	return 0;
}
