// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

/* Change times move with the clock tick: wait for the next. */
static void tick(void)
{
	usleep(100000);
}

/* Opens a file twice, and each time writes twice: the first write is reported, the second not. */
int main(void)
{
	const char *path = join(work_directory(), "file");

	make_file("file", "content");
	for (int i = 0; i < 2; i++) {
		struct stat before = look("file"), after;
		int fd = open("file", O_WRONLY);

		tick();
		must(fd >= 0 && write(fd, "a", 1) == 1, "write");
		after = look("file");
		tick();
		must(write(fd, "b", 1) == 1 && close(fd) == 0, "write");

		expect("file_modification");
		text("file_path", path);
		number("dev", device(before.st_dev));
		number("inode", before.st_ino);
		number("old_ctime", nanoseconds(before.st_ctim));
		number("new_ctime", nanoseconds(after.st_ctim));
		finish(0);
	}
	return 0;
}
