// SPDX-License-Identifier: Apache-2.0
#include "pktgen.h"

static void told(const char *path, unsigned dev, unsigned long inode, long long ctime)
{
	expect("module_load");
	pktgen_names();
	text("pathname", path);
	number("dev", dev);
	number("inode", inode);
	number("ctime", ctime);
	finish(0);
}

/* Loads a module from its file, and once more from memory. */
int main(void)
{
	const char *path;
	struct stat st;
	void *image;
	int fd;

	start();
	path = need_module("module_load", pktgen);
	st = look(path);
	must(load_module(pktgen, "") == 0, pktgen);
	unload_module(pktgen);
	image = malloc(st.st_size);
	fd = open(path, O_RDONLY);
	must(fd >= 0 && read(fd, image, st.st_size) == st.st_size, path);
	must(syscall(SYS_init_module, image, st.st_size, "") == 0, "init_module");
	unload_module(pktgen);

	told(realpath(path, NULL), device(st.st_dev), st.st_ino, nanoseconds(st.st_ctim));
	told(NULL, 0, 0, 0);
	return 0;
}
