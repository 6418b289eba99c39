// SPDX-License-Identifier: Apache-2.0
#include "network.h"

int main(void)
{
	own_network();
	for (int i = 0; i < 3; i++) {
		struct address at = i == 2 ? abstract("binds") : loopback(i ? AF_INET6 : AF_INET, i ? 4242 : 0);
		int fd = socket(at.any.sa_family, SOCK_STREAM, 0);

		must(fd >= 0 && bind(fd, &at.any, at.length) == 0, "bind");
		expect("security_socket_bind");
		number("sockfd", fd);
		sockaddr("local_addr", &at);
		finish(0);
	}
	return 0;
}
