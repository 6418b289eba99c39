// SPDX-License-Identifier: Apache-2.0
#include "network.h"

/* Each way to write an IPv6 address, IPv4 below and beside it, and data that goes with the first segment. */
int main(void)
{
	static const char *const addresses[] = {
		"127.0.0.1", "255.100.10.9", "::1", "2001:db8::1", "2001:db8:0:1:0:0:0:fe", "1:2:3:4:5:6:7:8", "a00:b0::", "0:1:2:3:4:5:6:0", "::ffff:10.20.30.40",
	};

	own_network();
	for (unsigned i = 0; i < sizeof(addresses) / sizeof(*addresses); i++) {
		int family = strchr(addresses[i], ':') ? AF_INET6 : AF_INET;
		const char *mapped = strncmp(addresses[i], "::ffff:", 7) ? NULL : addresses[i] + 7;
		struct address to = loopback(family, 1000 + i);
		int fd = socket(family, SOCK_STREAM | SOCK_NONBLOCK, 0);
		char presented[INET6_ADDRSTRLEN];
		void *bytes = family == AF_INET ? (void *)&to.inet.sin_addr : (void *)&to.inet6.sin6_addr;

		must(fd >= 0 && inet_pton(family, addresses[i], bytes) == 1, addresses[i]);
		if (i)
			connect(fd, &to.any, to.length);
		else
			sendto(fd, "x", 1, MSG_FASTOPEN, &to.any, to.length);

		expect("net_tcp_connect");
		text("dst", mapped ? mapped : inet_ntop(family, bytes, presented, sizeof(presented)));
		number("dst_port", 1000 + i);
		texts("dst_dns", (const char *const[]){ NULL });
		finish(0);
	}
	return 0;
}
