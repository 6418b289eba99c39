// SPDX-License-Identifier: Apache-2.0
#include "network.h"

int main(void)
{
	int on = 1;

	own_network();
	for (int i = 0; i < 3; i++) {
		struct address at = i == 2 ? abstract("options") : loopback(i ? AF_INET6 : AF_INET, 4242);
		int fd = socket(at.any.sa_family, SOCK_STREAM, 0);

		must(fd >= 0 && bind(fd, &at.any, at.length) == 0 && setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof(on)) == 0, "setsockopt");
		expect("security_socket_setsockopt");
		number("sockfd", fd);
		number("level", SOL_SOCKET);
		number("optname", SO_KEEPALIVE);
		sockaddr("local_addr", &at);
		finish(0);
	}
	return 0;
}
