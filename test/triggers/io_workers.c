// SPDX-License-Identifier: Apache-2.0
/*
 * A thread of a name of its own opens a file itself, and leaves to the workers of io_urings to open, rename and remove it and to connect
 * to nobody.
 */
#include "events/network.h"
#include "events/ring.h"

#include <pthread.h>
#include <sys/prctl.h>

static const char *directory;

static void told(const char *event)
{
	expect(event);
	number("tid", gettid());
}

/* Has a worker do it; what came of it. */
static int leave(struct io_uring_sqe request)
{
	request.flags = IOSQE_ASYNC;
	return ring_do(request);
}

static void *submit(void *unused)
{
	const struct address nobody = loopback(AF_INET, 9);
	int at = open(".", O_RDONLY | O_DIRECTORY), connection = socket(AF_INET, SOCK_STREAM, 0), file;

	must(prctl(PR_SET_NAME, "submitter") == 0 && at >= 0 && connection >= 0, "thread");
	file = open("file", O_RDONLY);
	must(file >= 0 && close(file) == 0, "file");
	told("security_file_open");
	text("pathname", join(directory, "file"));
	boolean("worker", 0);
	finish(0);

	must(leave((struct io_uring_sqe){ .opcode = IORING_OP_OPENAT, .fd = at, .addr = (long)"file", .open_flags = O_RDWR }) >= 0, "openat");
	told("security_file_open");
	text("pathname", join(directory, "file"));
	boolean("worker", 1);
	finish(0);
	must(leave((struct io_uring_sqe){ .opcode = IORING_OP_RENAMEAT, .fd = at, .addr = (long)"file", .len = at, .addr2 = (long)"other" }) == 0, "renameat");
	told("security_inode_rename");
	text("old_path", "/file");
	text("new_path", "/other");
	boolean("worker", 1);
	finish(0);
	must(leave((struct io_uring_sqe){ .opcode = IORING_OP_UNLINKAT, .fd = at, .addr = (long)"other" }) == 0, "unlinkat");
	told("security_inode_unlink");
	text("pathname", "/other");
	boolean("worker", 1);
	finish(0);
	must(leave((struct io_uring_sqe){ .opcode = IORING_OP_CONNECT, .fd = connection, .addr = (long)&nobody.any, .off = nobody.length }) == -ECONNREFUSED, "connect");
	told("security_socket_connect");
	key("remote_addr");
	printf("{\"sa_family\":\"AF_INET\",\"sin_port\":\"9\",\"sin_addr\":\"127.0.0.1\"}");
	boolean("worker", 1);
	finish(0);
	told("net_tcp_connect");
	text("dst", "127.0.0.1");
	boolean("worker", 1);
	finish(0);
	return unused;
}

int main(void)
{
	pthread_t thread;

	directory = work_directory();
	must(mount("tmpfs", directory, "tmpfs", 0, NULL) == 0 && chdir(directory) == 0, "tmpfs");
	make_file("file", "text");
	must(pthread_create(&thread, NULL, submit, NULL) == 0 && pthread_join(thread, NULL) == 0, "thread");
	return 0;
}
