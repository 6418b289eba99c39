// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

int main(void)
{
	const char *directory = work_directory();
	int fd;

	must(mkdir("below", 0755) == 0 && mkdir("below/further", 0755) == 0, "mkdir");
	fd = open("below/further", O_PATH);
	must(fd >= 0, "open");
	must(chdir("below/../below") == 0 && fchdir(fd) == 0, "chdir");

	expect("set_fs_pwd");
	text("unresolved_path", "below/../below");
	text("resolved_path", join(directory, "below"));
	finish(0);
	expect("set_fs_pwd");
	text("unresolved_path", NULL);
	text("resolved_path", join(directory, "below/further"));
	finish(0);
	return 0;
}
