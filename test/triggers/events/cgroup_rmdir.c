// SPDX-License-Identifier: Apache-2.0
#include "cgroup.h"

int main(void)
{
	const char *path;
	struct stat st;

	work_directory();
	path = cgroup_path();
	must(mkdir(path, 0755) == 0, path);
	st = look(path);
	must(rmdir(path) == 0, path);

	expect("cgroup_rmdir");
	number("cgroup_id", st.st_ino);
	text("cgroup_path", in_hierarchy(path));
	number("hierarchy_id", 0);
	finish(0);
	return 0;
}
