// SPDX-License-Identifier: Apache-2.0
#include "network.h"

int main(void)
{
	own_network();
	for (int i = 0; i < 3; i++) {
		struct address at = i == 2 ? abstract("listens") : loopback(i ? AF_INET6 : AF_INET, 4242);
		int fd = socket(at.any.sa_family, SOCK_STREAM, 0);

		must(fd >= 0 && bind(fd, &at.any, at.length) == 0 && listen(fd, 17 + i) == 0, "listen");
		expect("security_socket_listen");
		number("sockfd", fd);
		sockaddr("local_addr", &at);
		number("backlog", 17 + i);
		finish(0);
	}
	return 0;
}
