/* SPDX-License-Identifier: GPL-2.0 */
/* Sockets and their addresses. Read as plain addresses: of a socket's types the verifier knows only what all families share. */
#pragma once

#include "blob.h"
#include "file.h"
#include "probe.h"
#include "syscall_numbers.h"

#define AF_UNIX 1
#define AF_INET 2
#define AF_INET6 10

#define SOCKADDR_MAX 128 /* sizeof(struct sockaddr_storage) */

/* struct sockaddr_in and struct sockaddr_in6 */
struct inet_address {
	__u16 family;
	__u16 port; /* network order, as both addresses */
	__u32 address;
	__u8 zero[8];
};

struct inet6_address {
	__u16 family;
	__u16 port;
	__u32 flow;
	__u32 address[4];
	__u32 scope;
};

static __always_inline __u16 sock__family(struct sock *sk)
{
	return BPF_CORE_READ(sk, __sk_common.skc_family);
}

static __always_inline bool family__has_address(__u16 family)
{
	return family == AF_UNIX || family == AF_INET || family == AF_INET6;
}

/* The socket behind a file, or null. */
static __always_inline struct sock *file__sock(struct file *file)
{
	struct socket *socket;

	if (!file || (BPF_CORE_READ(file, f_inode, i_mode) & S_IFMT) != S_IFSOCK)
		return 0;
	socket = BPF_CORE_READ(file, private_data);
	return BPF_CORE_READ(socket, sk);
}

/* An address in kernel memory, as it was given; only what its family defines, where that is known. */
static __always_inline void blob__sockaddr(struct scratch *scratch, struct blob *blob, const struct sockaddr *from, int length)
{
	__u16 family = BPF_CORE_READ(from, sa_family);
	__u32 size = length < 0 ? 0 : length;
	__u32 most = family == AF_INET ? sizeof(struct inet_address) : family == AF_INET6 ? sizeof(struct inet6_address) : SOCKADDR_MAX;

	if (size < sizeof(family))
		return blob__none(blob);
	if (size > most)
		size = most;
	barrier_var(size); /* the verifier of 5.10 wants to see it bounded by a mask */
	blob__bytes(scratch, blob, from, size);
}

static __always_inline void blob__inet(struct scratch *scratch, struct blob *blob, struct sock *sk, const bool remote)
{
	struct inet_address address = { .family = AF_INET };

	address.port = remote ? BPF_CORE_READ(sk, __sk_common.skc_dport) : bpf_htons(BPF_CORE_READ(sk, __sk_common.skc_num));
	address.address = remote ? BPF_CORE_READ(sk, __sk_common.skc_daddr) : BPF_CORE_READ(sk, __sk_common.skc_rcv_saddr);
	blob__bytes(scratch, blob, &address, sizeof(address));
}

/* The scope is that of the device the socket is bound to, for an address that holds on one link only. */
static __always_inline void blob__inet6(struct scratch *scratch, struct blob *blob, struct sock *sk, const bool remote)
{
	struct inet6_address address = { .family = AF_INET6 };

	address.port = remote ? BPF_CORE_READ(sk, __sk_common.skc_dport) : bpf_htons(BPF_CORE_READ(sk, __sk_common.skc_num));
	if (remote)
		BPF_CORE_READ_INTO(&address.address, sk, __sk_common.skc_v6_daddr.in6_u.u6_addr32);
	else
		BPF_CORE_READ_INTO(&address.address, sk, __sk_common.skc_v6_rcv_saddr.in6_u.u6_addr32);
	if ((address.address[0] & bpf_htonl(0xffc00000)) == bpf_htonl(0xfe800000))
		address.scope = BPF_CORE_READ(sk, __sk_common.skc_bound_dev_if);
	blob__bytes(scratch, blob, &address, sizeof(address));
}

static __always_inline void blob__family(struct scratch *scratch, struct blob *blob, __u16 family)
{
	blob__bytes(scratch, blob, &family, sizeof(family));
}

/* A name that was bound, or the family alone for a socket without one. */
static __always_inline void blob__unix(struct scratch *scratch, struct blob *blob, struct sock *sk, const bool remote)
{
	struct unix_sock *socket = (void *)sk;
	struct unix_address *name;
	__u32 length;

	if (remote)
		socket = (void *)BPF_CORE_READ(socket, peer);
	name = BPF_CORE_READ(socket, addr);
	if (!name)
		return blob__family(scratch, blob, AF_UNIX);
	length = BPF_CORE_READ(name, len);
	if (length > SOCKADDR_MAX)
		length = SOCKADDR_MAX;
	barrier_var(length);
	blob__bytes(scratch, blob, (void *)name + bpf_core_field_offset(struct unix_address, name), length);
}

/* What getsockname, or getpeername, says of a socket; of other families the family alone. */
static __always_inline void blob__sock_address(struct scratch *scratch, struct blob *blob, struct sock *sk, const bool remote)
{
	__u16 family = sock__family(sk);

	if (family == AF_INET)
		blob__inet(scratch, blob, sk, remote);
	else if (family == AF_INET6)
		blob__inet6(scratch, blob, sk, remote);
	else if (family == AF_UNIX)
		blob__unix(scratch, blob, sk, remote);
	else
		blob__family(scratch, blob, family);
}

static __always_inline void blob__local_address(struct scratch *scratch, struct blob *blob, struct socket *socket)
{
	blob__sock_address(scratch, blob, BPF_CORE_READ(socket, sk), false);
}

/* Calls of the 32-bit table's socketcall. */
enum socketcall {
	SOCKETCALL_BIND = 2,
	SOCKETCALL_CONNECT = 3,
	SOCKETCALL_LISTEN = 4,
	SOCKETCALL_ACCEPT = 5,
	SOCKETCALL_SETSOCKOPT = 14,
	SOCKETCALL_ACCEPT4 = 18,
};

/* The first argument of socketcall's own, which lie in user memory. */
static __always_inline __s32 socketcall__first(__u64 at)
{
	__s32 value = -1;

	bpf_probe_read_user(&value, sizeof(value), (void *)at);
	return value;
}

/* The descriptor that the task gave to a system call of this name; -1 when it is in another. */
#define TASK_SOCKFD(task, NAME) task__sockfd(task, SYSCALL_##NAME, COMPAT_##NAME, SOCKETCALL_##NAME)

static __always_inline __s32 task__sockfd(struct task_struct *task, const long native, const long compat, const enum socketcall call)
{
	long number = current__syscall();
	__u64 arguments[6];

	if (number < 0 || !current__syscall_args(arguments))
		return -1;
	if (!task__is_compat(task))
		return number == native ? arguments[0] : -1;
	if (number == compat)
		return arguments[0];
	return number == COMPAT_SOCKETCALL && arguments[0] == call ? socketcall__first(arguments[1]) : -1;
}
