// SPDX-License-Identifier: GPL-2.0
#include "ip_text.h"
#include "socket.h"

static __always_inline struct scratch *connection__begin(const enum probe_kind kind, __u16 port)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_NET_TCP_CONNECT, sizeof(struct net_tcp_connect_args));
	struct net_tcp_connect_args *args;

	if (!scratch)
		return 0;
	args = record__args(scratch);
	args->dst_port = bpf_ntohs(port);
	blob__at(scratch, &args->dst_dns);
	args->dst_dns.len = 0; /* no names */
	blob__at(scratch, &args->dst);
	return scratch;
}

static __always_inline int connection__submit(const enum probe_kind kind, struct scratch *scratch)
{
	struct net_tcp_connect_args *args = record__args(scratch);

	text__end(scratch, &args->dst);
	record__submit(kind, scratch);
	return 0;
}

ON_ENTRY(net_tcp_connect__tcp_v4_connect, tcp_v4_connect, struct sock *sk, struct sockaddr *address)
{
	struct inet_address to = {};
	struct scratch *scratch;

	bpf_probe_read_kernel(&to, sizeof(to), address);
	if (to.family != AF_INET)
		return 0;
	scratch = connection__begin(kind, to.port);
	if (!scratch)
		return 0;
	text__ipv4(scratch, (const __u8 *)&to.address);
	return connection__submit(kind, scratch);
}

ON_ENTRY(net_tcp_connect__tcp_v6_connect, tcp_v6_connect, struct sock *sk, struct sockaddr *address)
{
	struct inet6_address to = {};
	struct scratch *scratch;

	bpf_probe_read_kernel(&to, sizeof(to), address);
	if (to.family != AF_INET6)
		return 0;
	if (!to.address[0] && !to.address[1] && to.address[2] == bpf_htonl(0xffff))
		return 0; /* tcp_v4_connect comes, with the IPv4 address */
	scratch = connection__begin(kind, to.port);
	if (!scratch)
		return 0;
	text__ipv6(scratch, (const __u16 *)to.address);
	return connection__submit(kind, scratch);
}
