// SPDX-License-Identifier: Apache-2.0
#include "network.h"

int main(void)
{
	own_network();
	for (int i = 0; i < 3; i++) {
		struct address at = i == 2 ? abstract("accepts") : loopback(i ? AF_INET6 : AF_INET, 4242);
		int fd = listener(&at);

		connected(&at);
		must((i ? accept4(fd, NULL, NULL, SOCK_CLOEXEC) : accept(fd, NULL, NULL)) >= 0, "accept");
		expect("security_socket_accept");
		number("sockfd", fd);
		sockaddr("local_addr", &at);
		finish(0);
	}
	return 0;
}
