// SPDX-License-Identifier: Apache-2.0
#include "truth.h"
#include <sys/mman.h>
#include <sys/wait.h>

#define FLAGS 0100000 /* O_LARGEFILE, set for every open of a 64-bit process */

/* Opens `name` and tells what must be seen of it: `path`. */
static void opens(const char *name, const char *path)
{
	int fd = open(name, O_RDONLY | O_NONBLOCK);
	struct stat st;

	must(fd >= 0 && fstat(fd, &st) == 0 && close(fd) == 0, name);
	expect("security_file_open");
	text("pathname", path);
	number("flags", FLAGS | O_NONBLOCK);
	number("dev", device(st.st_dev));
	number("inode", st.st_ino);
	number("ctime", nanoseconds(st.st_ctim));
	text("syscall_pathname", name);
	finish(0);
}

static const char *repeated(char byte, size_t length)
{
	char *name = calloc(1, length + 1);

	memset(name, byte, length);
	return name;
}

/* Names around what a dentry holds itself (32 bytes, 40 since 6.11), and the longest. */
static void names(const char *directory)
{
	const size_t lengths[] = { 1, 31, 32, 39, 40, 41, 255 };

	for (size_t i = 0; i < sizeof(lengths) / sizeof(*lengths); i++) {
		const char *name = repeated('n', lengths[i]);

		make_file(name, "");
		opens(name, join(directory, name));
	}
}

static void mounts(const char *directory)
{
	must(mkdir("real", 0755) == 0 && mkdir("bound", 0755) == 0, "mkdir");
	make_file("real/file", "");
	must(mount("real", "bound", NULL, MS_BIND, NULL) == 0, "mount --bind");
	opens("bound/file", join(directory, "bound/file"));
	must(mount("none", "real", "tmpfs", 0, "") == 0 && mkdir("real/inner", 0755) == 0, "mount");
	must(mount("none", "real/inner", "tmpfs", 0, "") == 0, "mount");
	make_file("real/inner/file", "");
	opens("real/inner/file", join(directory, "real/inner/file"));
	must(umount("real/inner") == 0 && umount("real") == 0 && umount("bound") == 0, "umount");
}

/* A path is as the task would name it: from its own root. */
static void own_root(void)
{
	pid_t child;

	must(mkdir("jail", 0755) == 0 && mkdir("jail/home", 0755) == 0, "mkdir");
	make_file("jail/home/file", "");
	fflush(stdout);
	child = fork();
	if (child == 0) {
		must(chroot("jail") == 0 && chdir("/home") == 0, "chroot");
		opens("file", "/home/file");
		fflush(stdout);
		_exit(0);
	}
	must(waitpid(child, NULL, 0) == child, "waitpid");
}

/* More directories than one stride, and then more than a path can hold: its front is cut off. */
static void depth(const char *directory)
{
	const char *path = join(directory, "deep"), *name = repeated('d', 199), *kept;
	int here = open(".", O_PATH);

	must(mkdir("deep", 0755) == 0 && chdir("deep") == 0, "mkdir");
	for (int i = 0; i < 100; i++) {
		must(mkdir("d", 0755) == 0 && chdir("d") == 0, "mkdir");
		path = join(path, "d");
	}
	make_file("file", "");
	opens("./file", join(path, "file"));
	for (int i = 0; i < 25; i++) {
		must(mkdir(name, 0755) == 0 && chdir(name) == 0, "mkdir");
		path = join(path, name);
	}
	make_file("cut off", "");
	path = join(path, "cut off");
	for (kept = strchr(path, '/'); strlen(kept) > 4096;)
		kept = strchr(kept + 1, '/');
	opens("./cut off", kept + 1);
	must(unlink("cut off") == 0, "unlink");
	for (int i = 0; i < 25; i++) /* what has no path cannot be removed by one */
		must(chdir("..") == 0 && rmdir(name) == 0, "rmdir");
	must(fchdir(here) == 0, "fchdir");
}

/* Files that are in no directory, or in none any more, opened again through their descriptors. */
static void nameless(const char *directory)
{
	int memory = memfd_create("in memory", 0), deleted;
	char name[64];

	make_file("deleted", "");
	deleted = open("deleted", O_RDWR);
	must(memory >= 0 && deleted >= 0 && unlink("deleted") == 0, "unlink");
	snprintf(name, sizeof(name), "/proc/self/fd/%d", memory);
	opens(name, "memfd:in memory");
	snprintf(name, sizeof(name), "/proc/self/fd/%d", deleted);
	opens(name, join(directory, "deleted"));
}

int main(void)
{
	const char *directory = work_directory();

	names(directory);
	mounts(directory);
	own_root();
	depth(directory);
	nameless(directory);
	return 0;
}
