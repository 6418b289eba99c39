// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <sys/inotify.h>

int main(void)
{
	const char *path = join(work_directory(), "watched");
	struct stat st;
	int watches = inotify_init1(0);

	make_file("watched", "content");
	st = look("watched");
	must(inotify_add_watch(watches, "missing", IN_MODIFY) < 0, "inotify_add_watch");
	must(inotify_add_watch(watches, "watched", IN_MODIFY) >= 0, "inotify_add_watch");

	expect("inotify_watch");
	text("pathname", path);
	number("inode", st.st_ino);
	number("dev", device(st.st_dev));
	finish(0);
	return 0;
}
