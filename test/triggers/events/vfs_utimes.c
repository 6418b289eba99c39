// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

/* Sets both times, then one of them to now. */
int main(void)
{
	const char *path = join(work_directory(), "file");
	struct timespec both[2] = { { 1000000001, 2 }, { 1000000003, 999999999 } };
	struct timespec one[2] = { { 5, 6 }, { 7, UTIME_NOW } };
	struct stat st;

	make_file("file", "");
	st = look("file");
	must(utimensat(AT_FDCWD, "file", both, 0) == 0 && utimensat(AT_FDCWD, "file", one, 0) == 0, "utimensat");

	for (int i = 0; i < 2; i++) {
		expect("vfs_utimes");
		text("pathname", path);
		number("dev", device(st.st_dev));
		number("inode", st.st_ino);
		number("atime", i ? nanoseconds(one[0]) : nanoseconds(both[0]));
		number("mtime", i ? 0 : nanoseconds(both[1]));
		finish(0);
	}
	return 0;
}
