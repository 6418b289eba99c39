/* Loopback in a network namespace of the trigger's own, and addresses as the JSON output shows them. */
#pragma once
#include "truth.h"

#include <arpa/inet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/un.h>

/* Waits for the start. Addresses other than those of loopback have no way out of it. */
static void own_network(void)
{
	struct ifreq request = { .ifr_name = "lo", .ifr_flags = IFF_UP | IFF_RUNNING };
	int fd;

	start();
	must(unshare(CLONE_NEWNET) == 0, "network namespace");
	fd = socket(AF_INET, SOCK_DGRAM, 0);
	must(fd >= 0 && ioctl(fd, SIOCSIFFLAGS, &request) == 0 && close(fd) == 0, "loopback up");
}

struct address {
	union {
		struct sockaddr any;
		struct sockaddr_in inet;
		struct sockaddr_in6 inet6;
		struct sockaddr_un local;
	};
	socklen_t length;
};

/* Loopback at a port of AF_INET or AF_INET6. */
static struct address loopback(int family, int port)
{
	struct address address = { .length = family == AF_INET ? sizeof(address.inet) : sizeof(address.inet6) };

	address.any.sa_family = family;
	if (family == AF_INET) {
		address.inet.sin_port = htons(port);
		address.inet.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	} else {
		address.inet6.sin6_port = htons(port);
		address.inet6.sin6_addr = in6addr_loopback;
	}
	return address;
}

/* An abstract name, so that no file remains. */
static struct address abstract(const char *name)
{
	struct address address = { .length = offsetof(struct sockaddr_un, sun_path) + 1 + strlen(name) };

	address.local.sun_family = AF_UNIX;
	memcpy(address.local.sun_path + 1, name, strlen(name));
	return address;
}

static struct address local_of(int fd)
{
	struct address address = { .length = sizeof(struct sockaddr_un) };

	must(getsockname(fd, &address.any, &address.length) == 0, "getsockname");
	return address;
}

static struct address peer_of(int fd)
{
	struct address address = { .length = sizeof(struct sockaddr_un) };

	must(getpeername(fd, &address.any, &address.length) == 0, "getpeername");
	return address;
}

/* A socket that listens there. */
static int listener(const struct address *address)
{
	int fd = socket(address->any.sa_family, SOCK_STREAM, 0), on = 1;

	must(fd >= 0 && setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)) == 0, "socket");
	must(bind(fd, &address->any, address->length) == 0 && listen(fd, 8) == 0, "listen");
	return fd;
}

static int connected(const struct address *address)
{
	int fd = socket(address->any.sa_family, SOCK_STREAM, 0);

	must(fd >= 0 && connect(fd, &address->any, address->length) == 0, "connect");
	return fd;
}

/* Texts of an object in an argument. */
static void member(const char *name, const char *value)
{
	printf(",\"%s\":\"%s\"", name, value);
}

static void member_number(const char *name, unsigned long value)
{
	printf(",\"%s\":\"%lu\"", name, value);
}

static void sockaddr(const char *name, const struct address *address)
{
	char presented[INET6_ADDRSTRLEN];

	key(name);
	switch (address->any.sa_family) {
	case AF_INET:
		printf("{\"sa_family\":\"AF_INET\"");
		member_number("sin_port", ntohs(address->inet.sin_port));
		member("sin_addr", inet_ntop(AF_INET, &address->inet.sin_addr, presented, sizeof(presented)));
		break;
	case AF_INET6:
		printf("{\"sa_family\":\"AF_INET6\"");
		member_number("sin6_port", ntohs(address->inet6.sin6_port));
		member_number("sin6_flowinfo", ntohl(address->inet6.sin6_flowinfo));
		member("sin6_addr", inet_ntop(AF_INET6, &address->inet6.sin6_addr, presented, sizeof(presented)));
		member_number("sin6_scopeid", address->inet6.sin6_scope_id);
		break;
	default:
		printf("{\"sa_family\":\"AF_UNIX\",\"sun_path\":\"");
		if (address->length > sizeof(sa_family_t)) {
			int hidden = !address->local.sun_path[0];

			printf("%s%.*s", hidden ? "@" : "", (int)(address->length - sizeof(sa_family_t) - hidden), address->local.sun_path + hidden);
		}
		printf("\"");
	}
	printf("}");
}
