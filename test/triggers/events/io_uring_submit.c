// SPDX-License-Identifier: Apache-2.0
#include "kept_ring.h"
#include "tracefs.h"

#include <netinet/in.h>
#include <sys/socket.h>

/* Whether the kernel's tracepoint names the request: since 236daeae3616 (5.14), which stable kernels have taken over (5.10.162). */
static int names_request(void)
{
	char format[4096] = "";
	int fd;

	need_tracefs();
	if (access(TRACEFS "/events/io_uring/io_uring_submit_req", F_OK) == 0)
		return 1;
	fd = open(TRACEFS "/events/io_uring/io_uring_submit_sqe/format", O_RDONLY);
	must(fd >= 0 && read(fd, format, sizeof(format) - 1) > 0 && close(fd) == 0, "format of the tracepoint");
	return strstr(format, " req;") != NULL;
}

static void told(struct io_uring_sqe request, const char *file, const char *path, const char *new_path, const char *address)
{
	expect("io_uring_submit");
	number("opcode", request.opcode);
	number("user_data", request.user_data);
	number("flags", request.flags & ~IOSQE_ASYNC);
	number("fd", request.fd);
	text("file", file);
	text("pathname", path);
	text("new_pathname", new_path);
	key("address");
	printf("%s", address ? address : "null");
	finish(0);
}

/* An operation of each kind: on a file, on paths, on an address; one of them left to a worker thread. */
int main(void)
{
	const char *directory = work_directory();
	struct ring ring = ring_make(0);
	int at = open(".", O_RDONLY | O_DIRECTORY), file = open("file", O_RDWR | O_CREAT, 0600), connection = socket(AF_INET, SOCK_STREAM, 0);
	struct sockaddr_in nobody = { .sin_family = AF_INET, .sin_port = htons(9), .sin_addr = { htonl(INADDR_LOOPBACK) } };
	struct io_uring_sqe write = { .opcode = IORING_OP_WRITE, .fd = file, .addr = (long)"text", .len = 4, .user_data = 71, .flags = IOSQE_ASYNC | IOSQE_IO_LINK },
			    open = { .opcode = IORING_OP_OPENAT, .fd = at, .addr = (long)"file", .user_data = 72 },
			    rename = { .opcode = IORING_OP_RENAMEAT, .fd = at, .addr = (long)"file", .len = at, .addr2 = (long)"other", .user_data = 73 },
			    unlink = { .opcode = IORING_OP_UNLINKAT, .fd = at, .addr = (long)"other", .user_data = 74 },
			    connect = { .opcode = IORING_OP_CONNECT, .fd = connection, .addr = (long)&nobody, .off = sizeof(nobody), .user_data = 75 };
	struct stat socket_file;
	char socket_name[64];

	if (!names_request()) {
		printf("{\"event\":\"io_uring_submit\",\"never\":\"the tracepoint names no request before 236daeae3616 (5.14)\"}\n");
		return 0;
	}
	must(at >= 0 && file >= 0 && connection >= 0 && fstat(connection, &socket_file) == 0, "files");
	snprintf(socket_name, sizeof(socket_name), "socket:[%lu]", (unsigned long)socket_file.st_ino);
	ring_do(&ring, write);
	ring_do(&ring, open);
	ring_do(&ring, rename);
	ring_do(&ring, unlink);
	ring_do(&ring, connect);

	told(write, join(directory, "file"), NULL, NULL, NULL);
	told(open, directory, "file", NULL, NULL);
	told(rename, directory, "file", "other", NULL);
	told(unlink, directory, "other", NULL, NULL);
	told(connect, socket_name, NULL, NULL, "{\"sa_family\":\"AF_INET\",\"sin_port\":\"9\",\"sin_addr\":\"127.0.0.1\"}");
	return 0;
}
