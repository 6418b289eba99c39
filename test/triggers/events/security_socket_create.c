// SPDX-License-Identifier: Apache-2.0
#include "network.h"

/* The flags of the descriptor are not of the type. */
int main(void)
{
	own_network();
	must(socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, IPPROTO_TCP) >= 0, "socket");
	must(socket(AF_UNIX, SOCK_SEQPACKET, 0) >= 0, "socket");

	expect("security_socket_create");
	number("family", AF_INET6);
	number("type", SOCK_STREAM);
	number("protocol", IPPROTO_TCP);
	number("kern", 0);
	finish(0);
	expect("security_socket_create");
	number("family", AF_UNIX);
	number("type", SOCK_SEQPACKET);
	number("protocol", 0);
	number("kern", 0);
	finish(0);
	return 0;
}
