// SPDX-License-Identifier: Apache-2.0
#include "network.h"
#include "ring.h"

/*
 * Each family by connect, and one by a request in an io_uring, which has no descriptor of a system call: by a Unix socket, for a
 * connection that does not come about at once is asked for a second time when it has.
 */
int main(void)
{
	own_network();
	for (int i = 0; i < 4; i++) {
		struct address to = i >= 2 ? abstract(i == 2 ? "by a call" : "by a ring") : loopback(i == 1 ? AF_INET6 : AF_INET, 4242);
		int datagram = i == 1, by_ring = i == 3;
		int fd = socket(to.any.sa_family, datagram ? SOCK_DGRAM : SOCK_STREAM, 0);

		if (!datagram)
			listener(&to);
		if (by_ring)
			must(ring_do((struct io_uring_sqe){ .opcode = IORING_OP_CONNECT, .fd = fd, .addr = (long)&to.any, .off = to.length }) == 0,
			     "connect by io_uring");
		else
			must(fd >= 0 && connect(fd, &to.any, to.length) == 0, "connect");
		expect("security_socket_connect");
		number("sockfd", by_ring ? -1 : fd);
		number("type", datagram ? SOCK_DGRAM : SOCK_STREAM);
		sockaddr("remote_addr", &to);
		finish(0);
	}
	return 0;
}
