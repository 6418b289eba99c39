// SPDX-License-Identifier: Apache-2.0
#include "network.h"

/* Every call that duplicates, each on a socket of another family. */
int main(void)
{
	own_network();
	for (int i = 0; i < 5; i++) {
		struct address at = i == 2 ? abstract("duplicated") : loopback(i == 1 ? AF_INET6 : AF_INET, 4242 + i), remote;
		int fd, copy = 200 + i;

		listener(&at);
		fd = connected(&at);
		remote = peer_of(fd);
		copy = i == 0 ? dup(fd) :
		       i == 1 ? dup2(fd, copy) :
		       i == 2 ? dup3(fd, copy, O_CLOEXEC) :
				fcntl(fd, i == 3 ? F_DUPFD : F_DUPFD_CLOEXEC, copy);
		must(copy >= 0, "dup");
		expect("socket_dup");
		number("oldfd", fd);
		number("newfd", copy);
		sockaddr("remote_addr", &remote);
		finish(copy);
	}
	return 0;
}
