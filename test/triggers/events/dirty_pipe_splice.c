// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

/* Splices a file into a pipe whose buffers allow merging. A kernel that is mended clears the flag: nothing may be reported then. */
int main(void)
{
	int fd, ends[2];
	off_t offset = 3;
	char drain[16];

	work_directory();
	make_file("file", "0123456789");
	fd = open("file", O_RDONLY);
	must(fd >= 0 && pipe(ends) == 0, "pipe");
	/* a page of each buffer was written whole and read: its flags say that one may write on in it */
	for (int i = 0; i < 16; i++) {
		must(write(ends[1], "0123456789abcdef", 16) == 16 && read(ends[0], drain, 16) == 16, "fill");
	}
	must(splice(fd, &offset, ends[1], NULL, 4, 0) == 4, "splice");

	printf("{\"event\":\"dirty_pipe_splice\",\"never\":\"the kernel is mended (9d2231c5d74e)\"}\n");
	return 0;
}
