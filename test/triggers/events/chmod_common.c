// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

int main(void)
{
	const char *path = join(work_directory(), "file");

	make_file("file", "");
	must(chmod("file", 04751) == 0, "chmod");

	expect("chmod_common");
	text("pathname", path);
	number("mode", 04751);
	finish(0);
	return 0;
}
