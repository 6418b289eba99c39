// SPDX-License-Identifier: GPL-2.0
#include "probe.h"

ON_ENTRY(security_socket_create, security_socket_create, int family, int type, int protocol, int kern)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_SECURITY_SOCKET_CREATE, sizeof(struct security_socket_create_args));
	struct security_socket_create_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->family = family;
	args->type = type;
	args->protocol = protocol;
	args->kern = kern;

	record__submit(kind, scratch);
	return 0;
}
