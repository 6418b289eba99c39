// SPDX-License-Identifier: Apache-2.0
#include "network.h"

int main(void)
{
	own_network();
	for (int i = 0; i < 3; i++) {
		struct address at = i == 2 ? abstract("accepted") : loopback(i ? AF_INET6 : AF_INET, 4242), local, remote;
		int fd = listener(&at), accepted;

		connected(&at);
		accepted = i ? accept4(fd, NULL, NULL, SOCK_CLOEXEC) : accept(fd, NULL, NULL);
		must(accepted >= 0, "accept");
		local = local_of(accepted);
		remote = peer_of(accepted);
		expect("socket_accept");
		number("sockfd", fd);
		sockaddr("local_addr", &local);
		sockaddr("remote_addr", &remote);
		finish(accepted);
	}
	return 0;
}
