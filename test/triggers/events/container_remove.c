// SPDX-License-Identifier: Apache-2.0
#include "cgroup.h"

int main(void)
{
	const char *parent, *path;

	work_directory();
	parent = cgroup_path();
	path = container_path(parent);
	must(mkdir(parent, 0755) == 0 && mkdir(path, 0755) == 0, path);
	must(rmdir(path) == 0 && rmdir(parent) == 0, path);

	expect("container_remove");
	text("runtime", "docker");
	text("container_id", container_id());
	finish(0);
	return 0;
}
