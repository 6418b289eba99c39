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
	must(inotify_add_watch(watches, "watched", IN_MODIFY | IN_ATTRIB) >= 0, "inotify_add_watch");

	expect("security_path_notify");
	text("pathname", path);
	number("inode", st.st_ino);
	number("dev", device(st.st_dev));
	number("mask", IN_MODIFY | IN_ATTRIB);
	number("obj_type", 0); /* an inode */
	finish(0);
	return 0;
}
